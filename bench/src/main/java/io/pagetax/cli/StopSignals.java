package io.pagetax.cli;

import io.pagetax.campaign.Campaign;
import io.pagetax.campaign.Interruption;
import java.io.IOException;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * SIGINT and SIGTERM: the first ends the run with what it has, the second ends the process, scratch files removed all the
 * same.
 */
@SuppressForbidden(reason = "the JDK has no other way to tell a second signal from the first, or to end at once")
final class StopSignals {

    private StopSignals() {}

    static void handle(Interruption interruption, Campaign campaign) {
        handle(interruption, () -> removeDataFiles(campaign));
    }

    /** For what leaves nothing that has to be removed at once. */
    static void handle(Interruption interruption) {
        handle(interruption, () -> {});
    }

    private static void handle(Interruption interruption, Runnable last) {
        SignalHandler handler = signal -> {
            if (!interruption.request()) {
                endNow(last);
            }
        };
        Signal.handle(new Signal("INT"), handler);
        Signal.handle(new Signal("TERM"), handler);
    }

    private static void endNow(Runnable last) {
        try {
            last.run();
        } finally {
            Runtime.getRuntime().halt(ExitCode.INTERRUPTED);
        }
    }

    private static void removeDataFiles(Campaign campaign) {
        try {
            campaign.removeDataFiles();
        } catch (IOException left) {
            // Nothing more can be done about it in a process that was told twice to end.
        }
    }
}
