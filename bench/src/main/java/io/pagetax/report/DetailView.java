package io.pagetax.report;

import io.pagetax.result.Params;
import io.pagetax.result.Percentiles;
import io.pagetax.result.Row;
import io.pagetax.result.RowEvidence;
import java.util.Objects;

/** A row's whole distribution and evidence, for the page's second table. */
record DetailView(
        String id,
        String way,
        String samples,
        String count,
        String min,
        String mean,
        String p50,
        String p90,
        String p95,
        String p99,
        String p999,
        String p9999,
        String p99999,
        String max,
        String expectedPages,
        String filePages,
        String requestedBytes,
        String readBytes,
        String writeBytes,
        String readahead,
        String histogram) {

    static DetailView of(Row row) {
        Percentiles latency = Objects.requireNonNull(row.latencyNs());
        RowEvidence evidence = Objects.requireNonNull(row.evidence());
        return new DetailView(
                row.id(),
                way(row.params()),
                Integer.toString(row.samples()),
                Long.toString(latency.count()),
                Units.nanos(latency.min()),
                Units.nanos(latency.mean()),
                Units.nanos(latency.p50()),
                Units.nanos(latency.p90()),
                Units.nanos(latency.p95()),
                Units.nanos(latency.p99()),
                Units.nanos(latency.p999()),
                Units.nanos(latency.p9999()),
                Units.nanos(latency.p99999()),
                latency.overflow() > 0 ? "> " + Units.nanos(latency.max()) : Units.nanos(latency.max()),
                Units.count(evidence.expectedPagesBefore()),
                Units.count(evidence.filePages()),
                Units.count(evidence.requestedBytes()),
                Units.count(evidence.deviceReadBytes()),
                Units.count(evidence.deviceWriteBytes()),
                row.params().readahead(),
                Objects.requireNonNull(row.histogram()));
    }

    private static String way(Params params) {
        String binding = params.binding() == null ? "" : ", " + params.binding();
        return params.ioengine() + binding + (params.iodepth() == 1 ? "" : ", depth " + params.iodepth());
    }
}
