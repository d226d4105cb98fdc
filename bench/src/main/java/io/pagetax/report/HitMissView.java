package io.pagetax.report;

import io.pagetax.result.Percentiles;
import io.pagetax.result.Row;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A row whose hits and misses of the page cache were told apart. */
record HitMissView(String id, String hitRatio, Side hits, Side misses) {

    /** Hits, or misses, and the file of their histogram; without any, an empty list has none. */
    record Side(String count, String p50, String p99, String p999, String max, List<String> histogram) {

        private static Side of(@Nullable Percentiles times, String histogram) {
            return times == null
                    ? new Side(
                            "0",
                            Units.NOT_AVAILABLE,
                            Units.NOT_AVAILABLE,
                            Units.NOT_AVAILABLE,
                            Units.NOT_AVAILABLE,
                            List.of())
                    : new Side(
                            Long.toString(times.count()),
                            Units.nanos(times.p50()),
                            Units.nanos(times.p99()),
                            Units.nanos(times.p999()),
                            Units.nanos(times.max()),
                            List.of(histogram));
        }
    }

    /** Empty for other rows. */
    static Optional<HitMissView> of(Row row) {
        return row.hitRatio() == null
                ? Optional.empty()
                : Optional.of(new HitMissView(
                        row.id(),
                        String.format(Locale.ROOT, "%.4f", row.hitRatio()),
                        Side.of(row.hitNs(), row.id() + "-hit.hgrm"),
                        Side.of(row.missNs(), row.id() + "-miss.hgrm")));
    }

    /** For the terminal. */
    String line() {
        return id + ": hit ratio " + hitRatio + ", p50 of hits " + hits.p50() + ", of misses " + misses.p50();
    }
}
