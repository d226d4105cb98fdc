package io.pagetax.cli;

import io.pagetax.export.Site;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code pagetax publish}. */
@Command(
        name = "publish",
        sortOptions = false,
        description = "Makes a site of a folder of runs: a page for each and one over all, for any web server.")
@SuppressWarnings("NullAway.Init") // picocli sets the annotated fields
final class PublishCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "DIR",
            arity = "0..1",
            defaultValue = "results",
            description = "The folder that the runs' directories are in; default ${DEFAULT-VALUE}.")
    Path runs;

    @Option(
            names = "--out",
            order = HelpOrder.OUTPUT,
            paramLabel = "SITE",
            description = "Where to make it, from copies of the runs; it is made if need be. Default: in DIR itself.")
    @Nullable Path out;

    @Option(
            names = "--anonymise",
            order = HelpOrder.OUTPUT,
            arity = "0..1",
            paramLabel = "BOOL",
            fallbackValue = "true",
            defaultValue = "false",
            description = "Hide names of hosts and all paths in the copies; only with --out.")
    boolean anonymise;

    @Mixin
    HelpOptions help;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (!Files.isDirectory(runs)) {
            throw new ParameterException(spec.commandLine(), runs + ": not a folder; name one that runs are in");
        }
        Path site = out == null ? runs : out;
        if (anonymise && out == null) {
            throw new ParameterException(
                    spec.commandLine(), "--anonymise: name another folder by --out, so that what was recorded is kept");
        }
        RunDirectories.create(site, spec.commandLine());
        spec.commandLine().getOut().println(Site.build(runs, site, anonymise));
        return ExitCode.OK;
    }
}
