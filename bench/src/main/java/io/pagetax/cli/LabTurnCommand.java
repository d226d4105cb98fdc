package io.pagetax.cli;

import io.pagetax.campaign.Interruption;
import io.pagetax.lab.Lab;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code pagetax lab turn}. */
@Command(
        name = "turn",
        sortOptions = false,
        description =
                "Of a lab whose file systems have a device in turn: puts another one there. The one that was there "
                        + "is lost. Needs root.")
@SuppressWarnings("NullAway.Init") // picocli sets the annotated fields
final class LabTurnCommand implements Callable<Integer> {

    @Parameters(paramLabel = "NAME", description = "The file system that is to stand.")
    String name;

    @Mixin
    LabOptions options;

    @Mixin
    HelpOptions help;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        LabOptions.requireRoot(spec.commandLine());
        Interruption interruption = new Interruption();
        StopSignals.handle(interruption);
        Lab lab = options.lab(spec.commandLine(), interruption::isRequested);
        try {
            lab.turn(name);
        } catch (InterruptedIOException cancelled) {
            spec.commandLine().getErr().println("pagetax: stopped; 'lab turn' or 'lab down' goes on from here");
            return ExitCode.INTERRUPTED;
        }
        LabStatusCommand.print(lab.status().orElseThrow(), spec.commandLine());
        return ExitCode.OK;
    }
}
