package io.pagetax.report;

import io.pagetax.result.Percentiles;
import io.pagetax.result.Row;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A row of the page's table, with the numbers by which it is sorted.
 *
 * @param link what leads to the row
 * @param figure what leads to its latencies over time; the figure may lack them
 */
record CellView(RowView row, String link, String figure, Sort sort) {

    /** Exact values; empty where there is none. */
    record Sort(String iops, String p50, String p99, String p999, String max) {}

    static CellView of(Row row) {
        Percentiles latency = row.latencyNs();
        return new CellView(
                RowView.of(row),
                "#" + fragment(row.id()),
                "#fig-latency-over-time/" + fragment(row.id()),
                new Sort(
                        exact(row.iops() == null ? null : row.iops().median()),
                        exact(latency == null ? null : latency.p50()),
                        exact(latency == null ? null : latency.p99()),
                        exact(latency == null ? null : latency.p999()),
                        exact(latency == null ? null : latency.max())));
    }

    /** A name in a link: what has a meaning there is escaped. */
    static String fragment(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String exact(@Nullable Number value) {
        return value == null ? "" : value.toString();
    }
}
