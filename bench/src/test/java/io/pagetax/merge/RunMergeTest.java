package io.pagetax.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.data.Percentage.withPercentage;

import io.pagetax.distribution.Distributions;
import io.pagetax.distribution.Kind;
import io.pagetax.latency.IntervalLog;
import io.pagetax.result.Comparison;
import io.pagetax.result.JournalEntry;
import io.pagetax.result.Json;
import io.pagetax.result.Percentiles;
import io.pagetax.result.Row;
import io.pagetax.result.RowEvidence;
import io.pagetax.result.Run;
import io.pagetax.result.RunFiles;
import io.pagetax.result.RunSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunMergeTest {

    private static final String DIRECT = "xfs-zram-randread-4k-direct-uncached";

    @TempDir
    Path folder;

    private Path out;
    private RunFiles quick;
    private RunFiles ext4;

    @BeforeEach
    void read() throws IOException {
        out = Files.createDirectory(folder.resolve("merged"));
        quick = RunFiles.read(Path.of("..", "results", "quick-xfs-zram"));
        ext4 = RunFiles.read(Path.of("..", "results", "quick-ext4-virtio"));
    }

    /** The same run as one of the next day, with twice the pages of evidence or another verdict, if that is asked. */
    private RunFiles nextDay(String id) throws IOException {
        Path copy = Files.createDirectory(folder.resolve(id));
        Run run = Json.mapTexts(
                quick.run().named(id),
                Run.class,
                (text, key) -> key.equals("startedAt") || key.equals("endedAt")
                        ? text.replace("2026-11-23", "2026-11-24")
                        : text);
        Files.writeString(copy.resolve("run.json"), Json.document(run));
        Files.copy(quick.folder().resolve("rows.jsonl"), copy.resolve("rows.jsonl"));
        Files.copy(quick.folder().resolve("latency.hlog"), copy.resolve("latency.hlog"));
        return RunFiles.read(copy);
    }

    private static Row row(Run run, String id) {
        return run.rows().stream()
                .filter(row -> row.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private Run merge(RunFiles... runs) throws IOException {
        return RunMerge.merge(List.of(runs), Map.of(), out, List.of("pagetax", "merge"))
                .run();
    }

    @Test
    void addsHistogramsWithoutLoss() throws IOException {
        Run merged = merge(quick, nextDay("b"));
        Histogram twice = Distributions.read(quick.folder().resolve("latency.hlog"))
                .of(DIRECT)
                .flatMap(row -> row.histogram(Kind.SERVICE))
                .orElseThrow();
        twice.add(twice.copy());
        Percentiles latency = Objects.requireNonNull(row(merged, DIRECT).latencyNs());
        assertThat(latency).isEqualTo(Percentiles.of(twice, 0));
        assertThat(latency.count())
                .isEqualTo(2
                        * Objects.requireNonNull(row(quick.run(), DIRECT).latencyNs())
                                .count());
        assertThat(IntervalLog.read(out.resolve("latency.hlog")))
                .hasSize(2
                        * IntervalLog.read(quick.folder().resolve("latency.hlog"))
                                .size());
        assertThat(out.resolve(DIRECT + ".hgrm")).content().contains("#[Max", "service time of 2 runs");
    }

    @Test
    void keepsWhereEverythingCameFrom() throws IOException {
        Run merged = merge(nextDay("b"), quick);
        assertThat(merged.id()).isEqualTo("merged");
        assertThat(merged.startedAt()).isEqualTo(quick.run().startedAt());
        assertThat(merged.sources())
                .extracting(RunSource::id)
                .as("in the order of their times")
                .containsExactly(quick.run().id(), "b");
        assertThat(merged.sources())
                .extracting(RunSource::rounds)
                .containsExactly(new RunSource.Rounds(1, 7), new RunSource.Rounds(8, 14));
        assertThat(merged.sources().get(0).environment()).isEqualTo(quick.run().environment());
        assertThat(merged.sources()).extracting(RunSource::clockOffsetNs).containsOnlyNulls();
        assertThat(RunFiles.read(out).run()).isEqualTo(merged);
    }

    @Test
    void putsSamplesSideBySide() throws IOException {
        Run merged = merge(quick, nextDay("b"));
        Row row = row(merged, DIRECT);
        assertThat(row.samples()).isEqualTo(14);
        assertThat(Objects.requireNonNull(row.nsPerOp()).median())
                .isEqualTo(Objects.requireNonNull(row(quick.run(), DIRECT).nsPerOp())
                        .median());
        List<JournalEntry> samples = RunFiles.read(out).samples();
        assertThat(samples).hasSize(2 * quick.samples().size());
        assertThat(samples.stream()
                        .filter(sample -> sample.row().equals(DIRECT))
                        .map(JournalEntry::round))
                .containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14);
    }

    /** Ratios stay ratios within a round of one run: of the same samples twice the median is the same. */
    @Test
    void comparesWithinRoundsOfEachRun() throws IOException {
        Run merged = merge(quick, nextDay("b"));
        assertThat(merged.comparisons())
                .extracting(Comparison::name, Comparison::numerator, Comparison::denominator)
                .containsExactlyElementsOf(quick.run().comparisons().stream()
                        .map(each -> tuple(each.name(), each.numerator(), each.denominator()))
                        .toList());
        for (int i = 0; i < merged.comparisons().size(); i++) {
            Comparison comparison = merged.comparisons().get(i);
            assertThat(comparison.rounds()).isEqualTo(14);
            assertThat(comparison.ratio().median())
                    .isEqualTo(quick.run().comparisons().get(i).ratio().median());
        }
        assertThat(merged.breakEvens()).hasSameSizeAs(quick.run().breakEvens());
    }

    @Test
    void addsEvidenceUp() throws IOException {
        RowEvidence one = Objects.requireNonNull(row(quick.run(), DIRECT).evidence());
        RowEvidence both =
                Objects.requireNonNull(row(merge(quick, nextDay("b")), DIRECT).evidence());
        assertThat(both.requestedBytes()).isEqualTo(2 * Objects.requireNonNull(one.requestedBytes()));
        assertThat(both.filePages()).isEqualTo(one.filePages());
        assertThat(both.residentPagesBefore()).isEqualTo(one.residentPagesBefore());
        assertThat(both.numbers().get("errors")).isEqualTo(0L);
        assertThat(Objects.requireNonNull(both.numbers().get("userNsPerOp")).doubleValue())
                .isCloseTo(
                        Objects.requireNonNull(one.numbers().get("userNsPerOp")).doubleValue(), withPercentage(0.1));
    }

    @Test
    void joinsRunsOfDifferentTargets() throws IOException {
        Run merged = merge(quick, ext4);
        assertThat(merged.rows()).hasSize(18);
        assertThat(merged.environment().targets())
                .extracting(target -> target.name())
                .containsExactly("xfs-zram", "ext4-virtio");
        for (Row row : merged.rows()) {
            Run own = row.target().equals("xfs-zram") ? quick.run() : ext4.run();
            assertThat(row.latencyNs()).isEqualTo(row(own, row.id()).latencyNs());
            assertThat(row.iops()).isEqualTo(row(own, row.id()).iops());
            assertThat(row.verdict()).isEqualTo("verified");
        }
    }

    @Test
    void takesKnownOffsetsOffTimeStamps() throws IOException {
        RunMerge.merge(List.of(quick, ext4), Map.of(ext4.run().id(), 2_000_000_000L), out, List.of());
        List<Histogram> before = IntervalLog.read(ext4.folder().resolve("latency.hlog"));
        List<Histogram> after = IntervalLog.read(out.resolve("latency.hlog"));
        assertThat(after.get(after.size() - 1).getStartTimeStamp())
                .isEqualTo(before.get(before.size() - 1).getStartTimeStamp() - 2000);
        assertThat(after.get(0).getStartTimeStamp())
                .isEqualTo(IntervalLog.read(quick.folder().resolve("latency.hlog"))
                        .get(0)
                        .getStartTimeStamp());
        assertThat(RunFiles.read(out).run().sources().get(1).clockOffsetNs()).isEqualTo(2_000_000_000L);
    }

    @Test
    void countsForTheWorstOfAll() throws IOException {
        RunFiles other = nextDay("b");
        Run refuted = Json.mapTexts(
                other.run(),
                Run.class,
                (text, key) -> key.equals("verdict") ? text.replace("verified", "refuted") : text);
        Run merged = merge(quick, new RunFiles(other.folder(), refuted, other.samples()));
        assertThat(merged.rows()).allMatch(row -> row.verdict().equals("refuted"));
        assertThat(merged.comparisons()).isEmpty();
    }

    @Test
    void refusesWhatCannotBeAdded() throws IOException {
        assertThatThrownBy(() -> merge(quick, quick)).hasMessage(quick.run().id() + " is named twice");
        RunFiles record = new RunFiles(folder, quick.run().named("c"), List.of());
        assertThatThrownBy(() -> merge(quick, record))
                .hasMessageStartingWith("c: its rows.jsonl or its latency.hlog is missing");
        RunFiles other = nextDay("b");
        Run unlike = Json.mapTexts(
                other.run(), Run.class, (text, key) -> key.equals("cache") ? text.replace("uncached", "stray") : text);
        assertThatThrownBy(() -> merge(quick, new RunFiles(other.folder(), unlike, other.samples())))
                .hasMessageContaining(
                        "was not asked for the same in " + quick.run().id());
        assertThat(out).isEmptyDirectory();
    }
}
