package io.pagetax.cli;

import io.pagetax.lab.Fault;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code pagetax lab fault}. */
@Command(
        name = "fault",
        sortOptions = false,
        description =
                "Makes a file system of the lab fail on purpose, to see what becomes of programs on it. Gone with the "
                        + "lab. Needs root.")
@SuppressWarnings("NullAway.Init") // picocli sets the annotated fields
final class LabFaultCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "NAME", description = "The file system.")
    String name;

    @Parameters(
            index = "1",
            paramLabel = "eio|enospc|erofs|edquot|slow",
            converter = Converters.FaultWord.class,
            description =
                    "eio: the file behind the loop device is cut short; enospc: no space is left; erofs: read-only "
                            + "from now on; edquot: a quota of 64 MiB (btrfs); slow: 200 operations a second for a control group.")
    Fault fault;

    @Mixin
    LabOptions options;

    @Mixin
    HelpOptions help;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        LabOptions.requireRoot(spec.commandLine());
        String told = options.lab(spec.commandLine(), () -> false).spoil(name, fault);
        spec.commandLine().getOut().println(told);
        spec.commandLine().getOut().flush();
        return ExitCode.OK;
    }
}
