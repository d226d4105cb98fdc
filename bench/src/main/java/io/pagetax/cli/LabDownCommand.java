package io.pagetax.cli;

import io.pagetax.lab.Lab;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code pagetax lab down}. */
@Command(
        name = "down",
        sortOptions = false,
        description = "Removes what 'lab up' made, and nothing else; also after a crash or a reboot. Needs root.")
@SuppressWarnings("NullAway.Init") // picocli sets the annotated fields
final class LabDownCommand implements Callable<Integer> {

    @Option(
            names = "--dry-run",
            order = HelpOrder.OUTPUT,
            arity = "0..1",
            paramLabel = "BOOL",
            fallbackValue = "true",
            defaultValue = "false",
            description = "Print each command that would change something; change nothing.")
    boolean dryRun;

    @Mixin
    LabOptions options;

    @Mixin
    HelpOptions help;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (dryRun) {
            Lab shown = options.shown(spec.commandLine());
            shown.showDown();
            spec.commandLine().getOut().flush();
            return ExitCode.OK;
        }
        Lab lab = options.lab(spec.commandLine(), () -> false);
        if (lab.status().isPresent()) {
            LabOptions.requireRoot(spec.commandLine());
        }
        spec.commandLine()
                .getOut()
                .println(lab.down() ? "removed " + lab.directory() : "no lab stands in " + lab.directory());
        spec.commandLine().getOut().flush();
        return ExitCode.OK;
    }
}
