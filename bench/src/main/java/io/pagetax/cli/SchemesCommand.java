package io.pagetax.cli;

import io.pagetax.campaign.Interruption;
import io.pagetax.plan.SchemeCostRunner;
import io.pagetax.report.SchemeCostsText;
import io.pagetax.report.SchemesText;
import io.pagetax.result.Json;
import io.pagetax.result.SchemeCostCell;
import io.pagetax.result.SchemeCosts;
import io.pagetax.result.SchemeMatrix;
import io.pagetax.scheme.Schemes;
import io.pagetax.scheme.verify.Scenario;
import io.pagetax.scheme.verify.Subject;
import io.pagetax.scheme.verify.Verification;
import io.pagetax.workload.TimeSpan;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code pagetax schemes}. */
@Command(
        name = "schemes",
        sortOptions = false,
        description =
                "What was proposed since 2006 to keep direct I/O coherent with the page cache, each scheme built in"
                        + " user space: whether it deadlocks and what readers see, and what it costs.")
@SuppressWarnings("NullAway.Init") // picocli sets the annotated fields
final class SchemesCommand implements Callable<Integer> {

    private static final String RAM = "ram:";
    private static final String JMH_LOG = "jmh.log";

    @ArgGroup(multiplicity = "1")
    Work work;

    /** One of two. */
    static final class Work {
        @Option(
                names = "--verify",
                required = true,
                description = "Explore the interleavings of each scenario under each scheme with a model checker.")
        boolean verify;

        @Option(
                names = "--measure",
                required = true,
                description = "Measure what transfers cost under each scheme, beside the control that tracks nothing.")
        boolean measure;
    }

    @Option(
            names = "--scheme",
            split = ",",
            paramLabel = "ID",
            completionCandidates = SubjectIds.class,
            description = "Only these (${COMPLETION-CANDIDATES}); without -empty and -cached both states of a file.")
    List<String> schemes = new ArrayList<>();

    @Option(
            names = "--scenario",
            split = ",",
            paramLabel = "ID",
            completionCandidates = ScenarioIds.class,
            description = "--verify: only these (${COMPLETION-CANDIDATES}).")
    List<String> scenarios = new ArrayList<>();

    @Option(
            names = "--interleavings",
            paramLabel = "N",
            defaultValue = "" + Verification.INTERLEAVINGS,
            description = "--verify: explore at most so many of each scenario, those with few switches between tasks "
                    + "first; default ${DEFAULT-VALUE}.")
    int interleavings;

    @Option(
            names = "--device",
            split = ",",
            paramLabel = "DEVICE",
            defaultValue = "null",
            description =
                    "--measure: null, which moves nothing, so that the scheme is left (default); ram:TIME, memory of "
                            + "that latency; file, a scratch file by O_DIRECT.")
    List<String> devices;

    @Option(
            names = "--target",
            paramLabel = "PATH",
            defaultValue = "auto",
            description = "--measure: the folder for --device file. Default: the one that a run would take.")
    String target;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "3",
            description = "--measure: measure everything so many times, in turn; default ${DEFAULT-VALUE}.")
    int rounds;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description =
                    "Also leave " + SchemesDirectory.VERDICTS + " there, with the interleaving that shows each bad "
                            + "verdict, or " + SchemesDirectory.COSTS + "; and " + SchemesDirectory.PAGE
                            + ", the page of both: of the other one as it is there.")
    @Nullable Path out;

    @Mixin
    ConsoleOptions console;

    @Mixin
    HelpOptions help;

    @Spec
    CommandSpec spec;

    /** For help. */
    static final class SubjectIds implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Subject.all().stream().map(Subject::id).iterator();
        }
    }

    /** For help. */
    static final class ScenarioIds implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Stream.of(Scenario.values()).map(Scenario::id).iterator();
        }
    }

    @Override
    public Integer call() throws IOException {
        requirePositive("--interleavings", interleavings);
        requirePositive("--rounds", rounds);
        devices.forEach(this::requireDevice);
        List<Subject> subjects = chosen("--scheme", schemes, Subject::matching, Subject.all());
        List<Scenario> situations =
                chosen("--scenario", scenarios, id -> List.of(Scenario.of(id)), List.of(Scenario.values()));
        SchemesDirectory directory = out == null ? null : SchemesDirectory.open(out, spec.commandLine());
        Interruption interruption = new Interruption();
        StopSignals.handle(interruption);
        TerminalProgress progress = new TerminalProgress(spec.commandLine().getErr(), console.quiet);
        try {
            if (work.verify) {
                SchemeMatrix matrix = verify(subjects, situations, progress, interruption);
                if (directory != null) {
                    directory.keep(matrix);
                }
                tell(matrix, SchemesText::render);
            } else {
                SchemeCosts costs = measure(subjects, progress, interruption);
                if (directory != null) {
                    directory.keep(costs);
                }
                tell(costs, SchemeCostsText::render);
            }
        } catch (InterruptedIOException stopped) {
            spec.commandLine().getErr().println("pagetax: stopped; nothing was kept");
            return ExitCode.INTERRUPTED;
        } finally {
            progress.done();
        }
        return ExitCode.OK;
    }

    private void requirePositive(String option, int value) {
        if (value < 1) {
            throw new ParameterException(spec.commandLine(), option + " " + value + ": at least 1");
        }
    }

    private void requireDevice(String device) {
        try {
            if (device.startsWith(RAM)) {
                TimeSpan.parse(device.substring(RAM.length()));
            } else if (!device.equals("null") && !device.equals("file")) {
                throw new IllegalArgumentException("null, ram:TIME or file");
            }
        } catch (IllegalArgumentException unfit) {
            throw new ParameterException(spec.commandLine(), "--device " + device + ": " + unfit.getMessage(), unfit);
        }
    }

    private <T> List<T> chosen(String option, List<String> ids, Function<String, List<T>> byId, List<T> all) {
        try {
            return ids.isEmpty()
                    ? all
                    : ids.stream()
                            .flatMap(id -> byId.apply(id).stream())
                            .distinct()
                            .toList();
        } catch (IllegalArgumentException unknown) {
            throw new ParameterException(spec.commandLine(), option + ": " + unknown.getMessage(), unknown);
        }
    }

    private SchemeMatrix verify(
            List<Subject> subjects, List<Scenario> situations, TerminalProgress progress, Interruption interruption)
            throws IOException {
        Verification verification = new Verification(
                interleavings,
                (subject, scenario, number, total) ->
                        progress.step(number + 1, total, subject.id() + ", " + scenario.id()),
                interruption::isRequested);
        return SchemeVerifying.matrix(verification.run(subjects, situations));
    }

    private SchemeCosts measure(List<Subject> subjects, TerminalProgress progress, Interruption interruption)
            throws IOException {
        List<Schemes> measured =
                subjects.stream().map(Subject::scheme).distinct().toList();
        int processors = Runtime.getRuntime().availableProcessors();
        List<SchemeCostCell> cells = devices.stream()
                .flatMap(device -> SchemeMeasuring.cells(device, processors).stream())
                .toList();
        OutputStream log = out == null ? OutputStream.nullOutputStream() : Files.newOutputStream(out.resolve(JMH_LOG));
        try (PrintStream jmhOutput = new PrintStream(log, true, StandardCharsets.UTF_8)) {
            return new SchemeMeasuring(
                            new SchemeCostRunner(target, jmhOutput), rounds, progress, interruption::isRequested)
                    .measure(measured, cells);
        }
    }

    private <T extends Record> void tell(T found, Function<T, String> text) {
        PrintWriter print = spec.commandLine().getOut();
        print.print(console.json ? Json.document(found) : text.apply(found));
        print.flush();
    }
}
