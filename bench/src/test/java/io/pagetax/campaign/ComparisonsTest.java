package io.pagetax.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.pagetax.analysis.Answer;
import io.pagetax.evidence.FileFacts;
import io.pagetax.evidence.Quantity;
import io.pagetax.evidence.SampleEvidence;
import io.pagetax.latency.LatencyRecorder;
import io.pagetax.linux.syscall.Binding;
import io.pagetax.plan.Cell;
import io.pagetax.plan.Sample;
import io.pagetax.result.Comparison;
import io.pagetax.workload.AccessPath;
import io.pagetax.workload.CacheState;
import io.pagetax.workload.Ioengine;
import io.pagetax.workload.Rw;
import io.pagetax.workload.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.results.RunResult;

class ComparisonsTest {

    private static final long PAGES = 65_536;
    private static final long OPERATIONS = 10_000;
    private static final int ROUNDS = 6;

    private static final Workload DIRECT =
            new Workload(Rw.RANDREAD, AccessPath.DIRECT, CacheState.UNCACHED, 4096, PAGES * 4096, 1, 42);
    private static final Workload BUFFERED = DIRECT.on(AccessPath.BUFFERED, Ioengine.PSYNC);

    private static final FileFacts FILE =
            new FileFacts(PAGES * 4096, 0L, 1.0, true, 512, false, false, true, List.of(), "ext4 > nvme0n1");

    /** In rounds of which each is a little slower than the one before. */
    private static RowBuilder row(Cell cell, double nanos, boolean fromDevice) {
        RowBuilder row = new RowBuilder(cell, FILE);
        for (int round = 1; round <= ROUNDS; round++) {
            row.add(round, "2026-01-01T00:00:00Z", sample(cell, nanos + round, fromDevice));
        }
        return row;
    }

    private static Sample sample(Cell cell, double nanos, boolean fromDevice) {
        Histogram latency = LatencyRecorder.newHistogram();
        latency.recordValueWithCount(Math.round(nanos), OPERATIONS);
        return new Sample(
                1e9 / nanos,
                0,
                evidence(cell.workload(), fromDevice ? OPERATIONS * 4096 : 0),
                List.of(latency),
                new RunResult(null, List.of()),
                List.of(),
                null);
    }

    private static SampleEvidence evidence(Workload workload, long read) {
        return new SampleEvidence(Map.of(
                Quantity.PASSES,
                1L,
                Quantity.FILE_PAGES,
                PAGES,
                Quantity.EXPECTED_PAGES_BEFORE,
                0L,
                Quantity.RESIDENT_PAGES_BEFORE,
                0L,
                Quantity.RESIDENT_PAGES_AFTER,
                workload.path().populatesCache() ? OPERATIONS : 0L,
                Quantity.LAST_PASS_PAGES,
                OPERATIONS,
                Quantity.OPERATIONS,
                OPERATIONS,
                Quantity.REQUESTED_BYTES,
                OPERATIONS * 4096,
                Quantity.DEVICE_READ_BYTES,
                read,
                Quantity.DEVICE_WRITE_BYTES,
                0L));
    }

    /** Direct and buffered reads on three targets, of which the second is slower and the third is like the first. */
    private static List<RowBuilder> rows() {
        List<RowBuilder> rows = new ArrayList<>();
        Map<String, Double> factors = Map.of("a", 1.0, "b", 1.5, "c", 1.0);
        for (String target : List.of("a", "b", "c")) {
            double factor = factors.getOrDefault(target, 1.0);
            rows.add(row(Cell.of(target, DIRECT), 80_000 * factor, true));
            rows.add(row(Cell.of(target, BUFFERED), 90_000 * factor, true));
        }
        return rows;
    }

    private static List<String> named(List<Comparison> comparisons) {
        return comparisons.stream()
                .map(comparison -> comparison.name() + " " + comparison.numerator() + " / " + comparison.denominator())
                .toList();
    }

    @Test
    void holdEveryOtherTargetAgainstTheFirstOneAfterAllThatIsComparedWithinEach() {
        List<Comparison> comparisons = Comparisons.of(rows());
        assertThat(named(comparisons))
                .containsExactly(
                        "tax.insertion a-randread-4k-buffered-uncached / a-randread-4k-direct-uncached",
                        "tax.insertion b-randread-4k-buffered-uncached / b-randread-4k-direct-uncached",
                        "tax.insertion c-randread-4k-buffered-uncached / c-randread-4k-direct-uncached",
                        "target.b b-randread-4k-direct-uncached / a-randread-4k-direct-uncached",
                        "target.c c-randread-4k-direct-uncached / a-randread-4k-direct-uncached",
                        "target.b b-randread-4k-buffered-uncached / a-randread-4k-buffered-uncached",
                        "target.c c-randread-4k-buffered-uncached / a-randread-4k-buffered-uncached");
        assertThat(comparisons)
                .extracting(Comparison::significant)
                .containsExactly(null, null, null, true, false, true, false);
        assertThat(comparisons).allMatch(comparison -> comparison.warnings().isEmpty());
    }

    @Test
    void leaveOutRowsThatAreNotTrustedAndCellsOfAnotherBinding() {
        List<RowBuilder> rows = new ArrayList<>(rows().subList(0, 2));
        rows.add(row(Cell.of("b", DIRECT), 80_000, false));
        rows.add(row(Cell.of("b", BUFFERED, Binding.FFM), 80_000, true));
        assertThat(rows.get(2).build().verdict()).isEqualTo("refuted");
        assertThat(named(Comparisons.of(rows)))
                .containsExactly("tax.insertion a-randread-4k-buffered-uncached / a-randread-4k-direct-uncached");
    }

    /** Both sides of a comparison have to be believed. What was found stays: the doubt is told beside it. */
    @Test
    void carryTheDoubtsOfEitherTarget() {
        for (String target : List.of("a", "b")) {
            List<RowBuilder> rows = rows();
            Cell again = Cell.of(target, DIRECT).again();
            rows.add(row(again, 200_000, true));
            List<Comparison> comparisons = Comparisons.of(rows);
            assertThat(named(comparisons)).noneMatch(name -> name.startsWith("target.") && name.contains("again"));
            assertThat(comparisons)
                    .filteredOn(comparison -> !comparison.name().equals(Answer.CONTROL))
                    .filteredOn(comparison -> !comparison.warnings().isEmpty())
                    .allSatisfy(comparison -> assertThat(comparison.warnings())
                            .containsExactly(
                                    "the control of " + target + ", one cell measured twice, shows a difference, too"))
                    .extracting(Comparison::name)
                    .containsExactlyElementsOf(
                            target.equals("a")
                                    ? List.of("tax.insertion", "target.b", "target.c", "target.b", "target.c")
                                    : List.of("tax.insertion", "target.b", "target.b"));
            assertThat(comparisons)
                    .filteredOn(comparison -> comparison.name().equals("target.b"))
                    .allMatch(comparison -> Boolean.TRUE.equals(comparison.significant()));
        }
    }
}
