package io.pagetax.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code pagetax lab}. */
@Command(
        name = "lab",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Makes scratch file systems to compare, and removes them again.",
        subcommands = {
            LabUpCommand.class,
            LabStatusCommand.class,
            LabTurnCommand.class,
            LabFaultCommand.class,
            LabDownCommand.class
        })
@SuppressWarnings("NullAway.Init") // picocli sets the annotated fields
final class LabCommand implements Runnable {

    @Spec
    CommandSpec spec;

    @Override
    public void run() {
        CommandLine command = spec.commandLine();
        throw new ParameterException(
                command, "lab: which of " + command.getSubcommands().keySet() + "?");
    }
}
