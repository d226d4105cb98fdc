package io.pagetax.report;

import io.pagetax.result.Estimate;
import io.pagetax.result.Percentiles;
import io.pagetax.result.Row;
import io.pagetax.result.RowEvidence;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A row in words and numbers for people; the text table and the page show the same. */
record RowView(
        String id,
        String iops,
        String interval,
        String p50,
        String p99,
        String p999,
        String max,
        String resident,
        String deviceShare,
        String verdict,
        String remarks,
        boolean trusted) {

    static RowView of(Row row) {
        Percentiles latency = row.latencyNs();
        RowEvidence evidence = row.evidence();
        return new RowView(
                row.id(),
                Units.rate(row.iops() == null ? null : row.iops().median()),
                interval(row.iops()),
                Units.nanos(latency == null ? null : latency.p50()),
                Units.nanos(latency == null ? null : latency.p99()),
                Units.nanos(latency == null ? null : latency.p999()),
                Units.nanos(latency == null ? null : latency.max()),
                evidence == null
                        ? Units.NOT_AVAILABLE
                        : Units.count(evidence.residentPagesBefore()) + " / "
                                + Units.count(evidence.residentPagesAfter()),
                deviceShare(row, evidence),
                verdict(row),
                Stream.concat(row.failures().stream(), row.reasons().stream()).collect(Collectors.joining("; ")),
                row.isTrusted());
    }

    static String verdict(Row row) {
        if (row.unsupported() != null) {
            return "unsupported";
        }
        return row.samples() == 0 ? "not run" : row.verdict();
    }

    private static String interval(@Nullable Estimate iops) {
        if (iops == null || iops.lo95() == null || iops.hi95() == null) {
            return "";
        }
        return Units.rate(iops.lo95()) + "–" + Units.rate(iops.hi95());
    }

    /** Bytes that the device moved for each byte that was asked for. */
    private static String deviceShare(Row row, @Nullable RowEvidence evidence) {
        if (evidence == null || evidence.requestedBytes() == null) {
            return Units.NOT_AVAILABLE;
        }
        boolean writes = row.params().rw().endsWith("write");
        Long moved = writes ? evidence.deviceWriteBytes() : evidence.deviceReadBytes();
        long requested = Objects.requireNonNull(evidence.requestedBytes());
        return moved == null || requested == 0
                ? Units.NOT_AVAILABLE
                : String.format(Locale.ROOT, "%.2f", (double) moved / requested);
    }
}
