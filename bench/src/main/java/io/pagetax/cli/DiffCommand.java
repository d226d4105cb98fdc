package io.pagetax.cli;

import io.pagetax.analysis.RunComparison;
import io.pagetax.export.RunRendering;
import io.pagetax.figure.DiffFigures;
import io.pagetax.figure.Drawing;
import io.pagetax.report.DiffMarkdown;
import io.pagetax.report.DiffPage;
import io.pagetax.report.DiffText;
import io.pagetax.result.Json;
import io.pagetax.result.Row;
import io.pagetax.result.Run;
import io.pagetax.result.RunDiff;
import io.pagetax.result.RunFiles;
import io.pagetax.result.VisibleText;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code pagetax diff}. */
@Command(
        name = "diff",
        sortOptions = false,
        description =
                "Compares two runs: first what they were asked for and where they took place, then cell by cell how long"
                        + " operations took. Exit code 4 if a cell got significantly worse.")
@SuppressWarnings("NullAway.Init") // picocli sets the annotated fields
final class DiffCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "A", description = "The baseline: the directory of a run, or its run.json.")
    Path a;

    @Parameters(index = "1", paramLabel = "B", description = "The run that is held against it.")
    Path b;

    @Option(
            names = "--threshold",
            paramLabel = "PERCENT",
            converter = Converters.Percent.class,
            defaultValue = "3%",
            description = "The smallest change of the time per operation that is spoken of; default ${DEFAULT-VALUE}.")
    double threshold;

    @Option(
            names = "--force",
            arity = "0..1",
            paramLabel = "BOOL",
            fallbackValue = "true",
            defaultValue = "false",
            description =
                    "Also compare cells that have the same name but were not asked for the same, such as another --size.")
    boolean force;

    @Option(
            names = "--json",
            order = HelpOrder.OUTPUT,
            arity = "0..1",
            paramLabel = "BOOL",
            fallbackValue = "true",
            defaultValue = "false",
            description = "Print it as JSON, with all that was found, and nothing else on stdout.")
    boolean json;

    @Option(
            names = "--markdown",
            order = HelpOrder.OUTPUT,
            arity = "0..1",
            paramLabel = "BOOL",
            fallbackValue = "true",
            defaultValue = "false",
            description = "Print it as Markdown, for a comment on GitHub.")
    boolean markdown;

    @Option(
            names = "--html",
            order = HelpOrder.OUTPUT,
            paramLabel = "FILE",
            description = "Also write a page with the curves of both runs in one figure.")
    @Nullable Path html;

    @Mixin
    HelpOptions help;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (json && markdown) {
            throw new ParameterException(spec.commandLine(), "--json and --markdown: one of the two");
        }
        RunFiles baseline = RunArguments.read("A", a, spec.commandLine());
        RunFiles other = RunArguments.read("B", b, spec.commandLine());
        RunDiff diff = RunComparison.of(baseline, other, threshold, force);
        if (diff.cells().isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "no cell is in both runs: A has " + cells(baseline.run()) + ", B has " + cells(other.run())
                            + "; cells are matched by target and parameters, so name the targets alike (--target"
                            + " NAME=PATH)");
        }
        RunDiff visible = VisibleText.of(diff);
        PrintWriter out = spec.commandLine().getOut();
        out.print(json ? Json.document(diff) : markdown ? DiffMarkdown.render(visible) : DiffText.render(visible));
        out.flush();
        if (html != null) {
            List<Drawing> drawings =
                    DiffFigures.of(visible, RunRendering.material(baseline), RunRendering.material(other));
            Files.writeString(html, DiffPage.render(visible, drawings));
        }
        return diff.isWorse() ? ExitCode.DIFFERENT : ExitCode.OK;
    }

    private static String cells(Run run) {
        String targets = run.rows().stream().map(Row::target).distinct().collect(Collectors.joining(", "));
        return run.rows().isEmpty()
                ? "none"
                : run.rows().size() + " on " + targets + " (such as "
                        + run.rows().get(0).id() + ")";
    }
}
