package io.pagetax.cli;

import io.pagetax.export.RunRendering;
import io.pagetax.merge.RunMerge;
import io.pagetax.report.TextTable;
import io.pagetax.result.RunFiles;
import io.pagetax.result.VisibleText;
import io.pagetax.workload.TimeSpan;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code pagetax merge}. */
@Command(
        name = "merge",
        sortOptions = false,
        description = "Makes one run of several, of other days or other hosts: samples side by side, histograms added.")
@SuppressWarnings("NullAway.Init") // picocli sets the annotated fields
final class MergeCommand implements Callable<Integer> {

    @Parameters(paramLabel = "RUN", arity = "2..*", description = "Directories of runs.")
    List<Path> runs;

    @Option(
            names = "--out",
            required = true,
            order = HelpOrder.OUTPUT,
            paramLabel = "DIR",
            description = "Where to write; a new directory, after which the merged run is named.")
    Path out;

    @Option(
            names = "--clock-offset",
            paramLabel = "RUN=TIME",
            converter = {Id.class, Offset.class},
            description = "By how much the clock of a run's host was ahead of that of the earliest run, such as "
                    + "b-20260101T000000Z=-12ms; it is taken off its time stamps. Repeatable. Default: not known, and time "
                    + "stamps stay as they are.")
    Map<String, Long> clockOffsets = new LinkedHashMap<>();

    @Mixin
    HelpOptions help;

    @Spec
    CommandSpec spec;

    private final List<String> typed;

    MergeCommand(List<String> typed) {
        this.typed = typed;
    }

    /** As it is. */
    static final class Id implements ITypeConverter<String> {
        @Override
        public String convert(String word) {
            return word;
        }
    }

    /** {@code -12ms}, in nanoseconds. */
    static final class Offset implements ITypeConverter<Long> {
        @Override
        public Long convert(String word) {
            boolean behind = word.startsWith("-");
            try {
                long nanos = TimeSpan.parse(behind || word.startsWith("+") ? word.substring(1) : word)
                        .toNanos();
                return behind ? -nanos : nanos;
            } catch (IllegalArgumentException refused) {
                throw new TypeConversionException(refused.getMessage());
            }
        }
    }

    @Override
    public Integer call() throws IOException {
        List<RunFiles> read = new ArrayList<>();
        for (Path run : runs) {
            read.add(RunArguments.read(run, spec.commandLine()));
        }
        for (String id : clockOffsets.keySet()) {
            if (read.stream().noneMatch(files -> files.run().id().equals(id))) {
                throw new ParameterException(
                        spec.commandLine(),
                        "--clock-offset " + id + ": no such run; these are named: "
                                + read.stream().map(files -> files.run().id()).toList());
            }
        }
        RunDirectories.requireEmpty(out, spec.commandLine());
        boolean isNew = !Files.exists(out);
        RunDirectories.create(out, spec.commandLine());
        RunFiles merged = merge(read, isNew);
        RunRendering.render(merged, out);
        PrintWriter console = spec.commandLine().getOut();
        console.print(TextTable.render(VisibleText.of(merged.run())));
        console.println(out.resolve(RunRendering.PAGE));
        return ExitCode.OK;
    }

    private RunFiles merge(List<RunFiles> read, boolean isNew) throws IOException {
        try {
            return RunMerge.merge(read, clockOffsets, out, typed);
        } catch (IOException unfit) {
            if (isNew) {
                // Nothing is written before runs are known to fit, but for the folder itself.
                Files.deleteIfExists(out);
            }
            throw new ParameterException(spec.commandLine(), unfit.getMessage(), unfit);
        }
    }
}
