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
        SignalHandler handler = signal -> {
            if (!interruption.request()) {
                endNow(campaign);
            }
        };
        Signal.handle(new Signal("INT"), handler);
        Signal.handle(new Signal("TERM"), handler);
    }

    private static void endNow(Campaign campaign) {
        try {
            campaign.removeDataFiles();
        } catch (IOException left) {
            // Nothing more can be done about it in a process that was told twice to end.
        } finally {
            Runtime.getRuntime().halt(ExitCode.INTERRUPTED);
        }
    }
}
