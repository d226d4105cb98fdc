package io.pagetax.merge;

import io.pagetax.analysis.DeviceLatencies;
import io.pagetax.distribution.Distributions;
import io.pagetax.distribution.Kind;
import io.pagetax.latency.Hgrm;
import io.pagetax.latency.IntervalLog;
import io.pagetax.result.Comparison;
import io.pagetax.result.Environment;
import io.pagetax.result.Journal;
import io.pagetax.result.JournalEntry;
import io.pagetax.result.Json;
import io.pagetax.result.ProbedTarget;
import io.pagetax.result.Row;
import io.pagetax.result.Run;
import io.pagetax.result.RunFiles;
import io.pagetax.result.RunSettings;
import io.pagetax.result.RunSource;
import io.pagetax.result.TargetFacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;

/** Makes one run of several. Used once, by one thread. */
public final class RunMerge {

    private static final Map<Kind, String> DISTRIBUTIONS =
            Map.of(Kind.SERVICE, "", Kind.HIT, "-hit", Kind.MISS, "-miss", Kind.RESPONSE, "-response");

    private final List<Part> parts;
    private final Path out;
    private final List<String> command;

    private RunMerge(List<Part> parts, Path out, List<String> command) {
        this.parts = parts;
        this.out = out;
        this.command = command;
    }

    /**
     * Writes what several runs become together: record, journal, interval log and distributions. Nothing is rendered.
     *
     * @param runs at least two, with journals and interval logs
     * @param clockOffsetsNanos by how much clocks were ahead of that of the earliest run, by the ids of runs, where known
     * @param out an existing, empty folder; its name is that of the run
     * @param command as it was typed
     * @throws IOException in one line, if runs cannot be merged, a file cannot be read, or none can be written
     */
    public static RunFiles merge(
            List<RunFiles> runs, Map<String, Long> clockOffsetsNanos, Path out, List<String> command)
            throws IOException {
        return new RunMerge(parts(runs, clockOffsetsNanos), out, command).write();
    }

    private static List<Part> parts(List<RunFiles> runs, Map<String, Long> clockOffsetsNanos) throws IOException {
        List<RunFiles> inOrder = runs.stream()
                .sorted(Comparator.comparing(files -> files.run().startedAt()))
                .toList();
        List<Part> parts = new ArrayList<>();
        int firstRound = 1;
        for (RunFiles files : inOrder) {
            String id = files.run().id();
            if (parts.stream().anyMatch(part -> part.id().equals(id))) {
                throw new IOException(id + " is named twice");
            }
            if (files.samples().isEmpty() || files.intervals().isEmpty()) {
                throw new IOException(id + ": its " + RunFiles.JOURNAL + " or its " + RunFiles.INTERVALS
                        + " is missing, without which samples cannot be added");
            }
            Long offset = clockOffsetsNanos.get(id);
            parts.add(new Part(files, offset == null ? 0 : offset, offset != null, firstRound));
            firstRound += lastRound(files);
        }
        return parts;
    }

    private static int lastRound(RunFiles files) {
        return files.samples().stream().mapToInt(JournalEntry::round).max().orElse(0);
    }

    private RunFiles write() throws IOException {
        Map<String, List<Part>> owners = owners();
        List<JournalEntry> samples = samples();
        Path intervals = out.resolve(RunFiles.INTERVALS);
        IntervalLog.join(
                parts.stream()
                        .map(part -> part.files().intervals().orElseThrow())
                        .toList(),
                parts.stream().map(Part::clockOffsetNanos).toList(),
                intervals);
        Distributions distributions = Distributions.read(intervals);
        List<Row> rows = new ArrayList<>();
        owners.forEach((id, having) -> rows.add(row(id, having, samples, distributions)));
        writeDistributions(rows, distributions);
        Run run = run(rows, samples);
        Files.writeString(out.resolve(RunFiles.RECORD), Json.document(run));
        Journal.write(out.resolve(RunFiles.JOURNAL), samples);
        return new RunFiles(out, run, samples);
    }

    /** The runs that have each row. */
    private Map<String, List<Part>> owners() throws IOException {
        Map<String, List<Part>> owners = new LinkedHashMap<>();
        for (Part part : parts) {
            for (Row row : part.files().run().rows()) {
                List<Part> having = owners.computeIfAbsent(row.id(), any -> new ArrayList<>());
                if (!having.isEmpty()) {
                    requireAlike(find(having.get(0), row.id()), having.get(0).id(), row, part.id());
                }
                having.add(part);
            }
        }
        return owners;
    }

    private static void requireAlike(Row one, String oneRun, Row other, String otherRun) throws IOException {
        if (!one.params().equals(other.params()) || !one.target().equals(other.target())) {
            throw new IOException(one.id() + " was not asked for the same in " + oneRun + " (" + one.params()
                    + ") and in " + otherRun + " (" + other.params() + ")");
        }
    }

    private static Row find(Part part, String id) {
        return part.files().run().rows().stream()
                .filter(row -> row.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private List<JournalEntry> samples() {
        return parts.stream()
                .flatMap(part -> part.files().samples().stream()
                        .map(sample -> sample.as(
                                part.round(sample.round()),
                                Instant.parse(sample.startedAt())
                                        .minusNanos(part.clockOffsetNanos())
                                        .toString())))
                .toList();
    }

    private static Row row(String id, List<Part> having, List<JournalEntry> samples, Distributions distributions) {
        return new MergedRow(
                        having.stream().map(part -> find(part, id)).toList(),
                        having.stream().map(Part::id).toList(),
                        samples.stream()
                                .filter(sample -> sample.row().equals(id))
                                .toList(),
                        distributions)
                .build();
    }

    private void writeDistributions(List<Row> rows, Distributions distributions) throws IOException {
        for (Row row : rows) {
            for (Map.Entry<Kind, String> kind : DISTRIBUTIONS.entrySet()) {
                Optional<Histogram> histogram =
                        distributions.of(row.id()).flatMap(known -> known.histogram(kind.getKey()));
                if (histogram.isPresent()) {
                    String name = row.id() + kind.getValue();
                    Hgrm.write(
                            histogram.get(),
                            name + ", " + kind.getKey().word() + " time of " + parts.size() + " runs",
                            out.resolve(name + ".hgrm"));
                }
            }
        }
    }

    private Run run(List<Row> rows, List<JournalEntry> samples) {
        List<Run> runs = parts.stream().map(part -> part.files().run()).toList();
        Run first = runs.get(0);
        MergedComparisons merged = new MergedComparisons(runs, rows, samples);
        List<Comparison> comparisons = merged.all();
        return new Run(
                Run.SCHEMA_VERSION,
                Objects.requireNonNull(out.toAbsolutePath().normalize().getFileName())
                        .toString(),
                first.startedAt(),
                runs.stream().map(Run::endedAt).max(Comparator.naturalOrder()).orElse(first.endedAt()),
                runs.stream().allMatch(run -> run.status().equals(Run.COMPLETE)) ? Run.COMPLETE : Run.PARTIAL,
                command,
                first.seed(),
                new RunSettings(
                        runs.stream().mapToInt(run -> run.settings().rounds()).sum(),
                        first.settings().warmupMs(),
                        first.settings().runtimeMs()),
                environment(runs),
                List.of(),
                runs.stream()
                        .map(Run::calibration)
                        .flatMap(Stream::ofNullable)
                        .min(Comparator.comparing(calibration -> calibration.isVerified()))
                        .orElse(null),
                rows,
                comparisons,
                merged.breakEvens(),
                DeviceLatencies.of(comparisons, rows),
                distinct(runs, Run::probes, ProbedTarget::name),
                parts.stream().map(RunMerge::source).toList(),
                new MergeDoubts(runs).warnings());
    }

    /** That of the first run, with the targets of all. */
    private static Environment environment(List<Run> runs) {
        Environment first = runs.get(0).environment();
        return first.with(distinct(runs, run -> run.environment().targets(), TargetFacts::name));
    }

    private static <T> List<T> distinct(List<Run> runs, Function<Run, List<T>> items, Function<T, String> name) {
        Map<String, T> byName = new LinkedHashMap<>();
        runs.stream()
                .flatMap(run -> items.apply(run).stream())
                .forEach(item -> byName.putIfAbsent(name.apply(item), item));
        return List.copyOf(byName.values());
    }

    private static RunSource source(Part part) {
        Run run = part.files().run();
        return new RunSource(
                run.id(),
                run.startedAt(),
                run.endedAt(),
                run.status(),
                part.isOffsetKnown() ? part.clockOffsetNanos() : null,
                run.command(),
                run.seed(),
                run.settings(),
                new RunSource.Rounds(part.firstRound(), part.round(lastRound(part.files()))),
                run.environment(),
                run.calibration());
    }
}
