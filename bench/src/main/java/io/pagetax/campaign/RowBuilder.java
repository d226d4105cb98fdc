package io.pagetax.campaign;

import io.pagetax.analysis.Medians;
import io.pagetax.analysis.RowTimes;
import io.pagetax.engine.Engines;
import io.pagetax.evidence.FileFacts;
import io.pagetax.evidence.Judge;
import io.pagetax.evidence.Quantity;
import io.pagetax.evidence.RowExhibit;
import io.pagetax.evidence.SampleEvidence;
import io.pagetax.evidence.Verdict;
import io.pagetax.latency.LatencyRecorder;
import io.pagetax.plan.Cell;
import io.pagetax.plan.Sample;
import io.pagetax.result.JournalEntry;
import io.pagetax.result.Params;
import io.pagetax.result.Percentiles;
import io.pagetax.result.Row;
import io.pagetax.workload.Blocks;
import io.pagetax.workload.HitTeller;
import io.pagetax.workload.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** Collects a cell's samples and sums them up as a row. <b>Not thread-safe.</b> */
final class RowBuilder {

    private static final double NANOS_PER_SECOND = 1e9;

    /** What is left over at the end of a sample is too short to stand beside whole seconds. */
    private static final long SHORTEST_INTERVAL_MILLIS = 500;

    private final Cell cell;
    private final FileFacts file;
    private final Histogram histogram = LatencyRecorder.newHistogram();
    private final HitMissHistograms hitMiss = new HitMissHistograms();
    private final Map<Integer, Sample> samples = new TreeMap<>();
    private final List<String> failures = new ArrayList<>();
    private long overflow;
    private @Nullable String unsupported;

    RowBuilder(Cell cell, FileFacts file) {
        this.cell = cell;
        this.file = file;
    }

    /** Takes a sample in; returns its line for the journal. */
    JournalEntry add(int round, String startedAt, Sample sample) {
        Histogram own = LatencyRecorder.newHistogram();
        sample.intervals().forEach(own::add);
        histogram.add(own);
        HitMissHistograms ownHitMiss = HitMissHistograms.of(sample.hitMiss());
        hitMiss.add(sample.hitMiss());
        overflow += sample.overflow();
        samples.put(round, sample);
        Verdict verdict = Judge.judge(cell.workload(), sample.evidence(), file);
        return new JournalEntry(
                cell.id(),
                round,
                startedAt,
                own.getTotalCount(),
                sample.iops(),
                nsPerOp(sample),
                Percentiles.of(own, sample.overflow()),
                ownHitMiss.hitNs(),
                ownHitMiss.missNs(),
                ownHitMiss.hitRatio(),
                EvidenceSummary.of(List.of(sample.evidence())),
                verdict.status().word(),
                verdict.reasons(),
                null);
    }

    /** Notes a sample that was not finished; returns its line for the journal. */
    JournalEntry fail(int round, String startedAt, String why) {
        failures.add(why);
        return new JournalEntry(
                cell.id(), round, startedAt, 0, null, null, null, null, null, null, null, null, List.of(), why);
    }

    /** Notes why the cell cannot be run at all. */
    void unsupported(String why) {
        unsupported = why;
    }

    boolean isUnsupported() {
        return unsupported != null;
    }

    Cell cell() {
        return cell;
    }

    /** All operations of all samples. */
    Histogram histogram() {
        return histogram;
    }

    /** The same, hits and misses of the page cache apart. */
    HitMissHistograms hitMiss() {
        return hitMiss;
    }

    /** What operations took, by round. */
    RowTimes times() {
        Map<Integer, Double> nanos = new TreeMap<>();
        Map<Integer, Double> cpuNanos = new TreeMap<>();
        samples.forEach((round, sample) -> {
            nanos.put(round, nsPerOp(sample));
            Double cpu = sample.evidence().perOperation(Quantity.USER_NANOS, Quantity.SYSTEM_NANOS);
            if (cpu != null) {
                cpuNanos.put(round, cpu);
            }
        });
        return new RowTimes(cell.id(), nanos, cpuNanos);
    }

    private double nsPerOp(Sample sample) {
        return NANOS_PER_SECOND * cell.workload().numjobs() / sample.iops();
    }

    Row build() {
        List<Sample> all = List.copyOf(samples.values());
        List<SampleEvidence> evidence = all.stream().map(Sample::evidence).toList();
        Verdict verdict = all.isEmpty()
                ? new Verdict(Verdict.Status.UNVERIFIABLE, List.of(whyNoSample()), List.of())
                : Judge.judge(exhibit(all), evidence, file);
        return new Row(
                cell.id(),
                cell.target(),
                params(cell),
                all.size(),
                all.isEmpty()
                        ? null
                        : Medians.estimate(
                                all.stream().mapToDouble(Sample::iops).toArray()),
                all.isEmpty()
                        ? null
                        : Medians.estimate(
                                all.stream().mapToDouble(this::nsPerOp).toArray()),
                all.isEmpty() ? null : Percentiles.of(histogram, overflow),
                hitMiss.hitNs(),
                hitMiss.missNs(),
                hitMiss.hitRatio(),
                all.isEmpty() ? null : EvidenceSummary.of(evidence),
                verdict.status().word(),
                verdict.reasons(),
                verdict.warnings(),
                all.isEmpty() ? null : Judge.isSteady(exhibit(all)),
                failures.stream().distinct().toList(),
                unsupported,
                all.isEmpty() ? null : cell.id() + ".hgrm");
    }

    private RowExhibit exhibit(List<Sample> all) {
        return new RowExhibit(
                cell.workload(),
                all.stream().map(this::nsPerOp).toList(),
                all.stream().map(RowBuilder::meansOfIntervals).toList(),
                histogram.getTotalCount());
    }

    private static List<Double> meansOfIntervals(Sample sample) {
        return sample.intervals().stream()
                .filter(interval -> interval.getTotalCount() > 0)
                .filter(interval ->
                        interval.getEndTimeStamp() - interval.getStartTimeStamp() >= SHORTEST_INTERVAL_MILLIS)
                .map(Histogram::getMean)
                .toList();
    }

    private String whyNoSample() {
        return unsupported == null ? "no sample was finished" : "unsupported here: " + unsupported;
    }

    private static Params params(Cell cell) {
        Workload workload = cell.workload();
        return new Params(
                workload.rw().word(),
                workload.blockSizeBytes(),
                workload.path().word(),
                workload.cache().toString(),
                workload.ioengine().word(),
                workload.usesBinding() ? cell.binding().word() : null,
                workload.iodepth(),
                workload.numjobs(),
                null,
                workload.sizeBytes(),
                workload.rw().isRandom() ? "random" : null,
                Engines.readahead(workload),
                workload.hits() == HitTeller.NONE ? null : workload.hits().word(),
                workload.blocks() == Blocks.ALL ? null : workload.blocks().word(),
                workload.company().isNone() ? null : workload.company().toString());
    }
}
