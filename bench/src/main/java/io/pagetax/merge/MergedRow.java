package io.pagetax.merge;

import io.pagetax.analysis.Medians;
import io.pagetax.distribution.Distributions;
import io.pagetax.distribution.Kind;
import io.pagetax.result.Estimate;
import io.pagetax.result.JournalEntry;
import io.pagetax.result.Percentiles;
import io.pagetax.result.Row;
import io.pagetax.result.RowEvidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A row that several runs have, as one. */
final class MergedRow {

    private static final String REFUTED = "refuted";
    private static final String VERIFIED = "verified";

    private final List<Row> rows;
    private final List<String> runs;
    private final List<JournalEntry> samples;
    private final Distributions distributions;

    /**
     * Of a row.
     *
     * @param rows at least one, all asked for alike
     * @param runs ids of the runs that they are from
     * @param samples of all of them
     * @param distributions of all runs together
     */
    MergedRow(List<Row> rows, List<String> runs, List<JournalEntry> samples, Distributions distributions) {
        this.rows = rows;
        this.runs = runs;
        this.samples =
                samples.stream().filter(sample -> sample.failure() == null).toList();
        this.distributions = distributions;
    }

    Row build() {
        Row first = rows.get(0);
        Percentiles hits = percentiles(Kind.HIT, Row::hitNs);
        Percentiles misses = percentiles(Kind.MISS, Row::missNs);
        return new Row(
                first.id(),
                first.target(),
                first.params(),
                samples.size(),
                estimate(JournalEntry::iops),
                estimate(JournalEntry::nsPerOp),
                percentiles(Kind.SERVICE, Row::latencyNs),
                hits,
                misses,
                hitRatio(hits, misses),
                evidence(),
                verdict(),
                told(Row::reasons),
                told(Row::warnings),
                steady(),
                told(Row::failures),
                rows.stream().allMatch(row -> row.unsupported() != null) ? first.unsupported() : null,
                rows.stream()
                        .map(Row::histogram)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null));
    }

    private @Nullable Estimate estimate(Function<JournalEntry, @Nullable Double> number) {
        double[] values = samples.stream()
                .map(number)
                .flatMap(Stream::ofNullable)
                .mapToDouble(Double::doubleValue)
                .toArray();
        return values.length == 0 ? null : Medians.estimate(values);
    }

    private @Nullable Percentiles percentiles(Kind kind, Function<Row, @Nullable Percentiles> own) {
        long overflow = rows.stream()
                .map(own)
                .flatMap(Stream::ofNullable)
                .mapToLong(Percentiles::overflow)
                .sum();
        return distributions
                .of(rows.get(0).id())
                .flatMap(row -> row.histogram(kind))
                .map(histogram -> Percentiles.of(histogram, overflow))
                .orElse(null);
    }

    private @Nullable Double hitRatio(@Nullable Percentiles hits, @Nullable Percentiles misses) {
        if (rows.stream().anyMatch(row -> row.hitRatio() == null)) {
            return null;
        }
        double hit = hits == null ? 0 : hits.count();
        double all = hit + (misses == null ? 0 : misses.count());
        return all == 0 ? null : Double.valueOf(hit / all);
    }

    private @Nullable RowEvidence evidence() {
        List<RowEvidence> told =
                rows.stream().map(Row::evidence).flatMap(Stream::ofNullable).toList();
        return told.isEmpty() ? null : EvidenceSums.of(told);
    }

    /** That of the worst. */
    private String verdict() {
        Optional<String> refuted =
                rows.stream().map(Row::verdict).filter(REFUTED::equals).findFirst();
        return refuted.orElseGet(() -> rows.stream()
                .map(Row::verdict)
                .filter(verdict -> !verdict.equals(VERIFIED))
                .findFirst()
                .orElse(VERIFIED));
    }

    private @Nullable Boolean steady() {
        if (rows.stream().anyMatch(row -> Boolean.FALSE.equals(row.steady()))) {
            return false;
        }
        return rows.stream().allMatch(row -> Boolean.TRUE.equals(row.steady())) ? true : null;
    }

    private List<String> told(Function<Row, List<String>> texts) {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            for (String text : texts.apply(rows.get(i))) {
                all.add(runs.get(i) + ": " + text);
            }
        }
        return all;
    }
}
