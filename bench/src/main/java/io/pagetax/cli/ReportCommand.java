package io.pagetax.cli;

import io.pagetax.export.RunRendering;
import io.pagetax.result.RunFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code pagetax report}. */
@Command(
        name = "report",
        sortOptions = false,
        description = "Renders runs again from what they left: the page, the figures and the tables.")
@SuppressWarnings("NullAway.Init") // picocli sets the annotated fields
final class ReportCommand implements Callable<Integer> {

    @Parameters(paramLabel = "RUN", arity = "1..*", description = "Directories of runs, or their run.json.")
    List<Path> runs;

    @Option(
            names = "--out",
            order = HelpOrder.OUTPUT,
            paramLabel = "DIR",
            description = "Where to write, of one run; it is made if need be. Default: into the directory of each run.")
    @Nullable Path out;

    @Mixin
    HelpOptions help;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (out != null && runs.size() > 1) {
            throw new ParameterException(
                    spec.commandLine(), "--out " + out + ": takes one run, but " + runs.size() + " are named");
        }
        for (Path run : runs) {
            RunFiles files = RunArguments.read(run, spec.commandLine());
            Path folder = out == null ? files.folder() : out;
            RunDirectories.create(folder, spec.commandLine());
            RunRendering.render(files, folder);
            spec.commandLine().getOut().println(folder.resolve(RunRendering.PAGE));
        }
        return ExitCode.OK;
    }
}
