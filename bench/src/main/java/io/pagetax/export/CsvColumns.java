package io.pagetax.export;

import io.pagetax.result.Estimate;
import io.pagetax.result.Params;
import io.pagetax.result.Percentiles;
import io.pagetax.result.Row;
import io.pagetax.result.RowEvidence;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The columns of {@code rows.csv}, in order. Others read them by name: they may be added to, but neither renamed nor dropped. */
final class CsvColumns {

    private static final Pattern INNER_CAPITAL = Pattern.compile("(?=\\p{Upper})");

    static final List<CsvColumn> ALL = Stream.of(
                    List.of(new CsvColumn("id", Row::id), new CsvColumn("target", Row::target)),
                    params(),
                    List.of(new CsvColumn("samples", Row::samples)),
                    estimate("iops", Row::iops),
                    estimate("ns_per_op", Row::nsPerOp),
                    latency(),
                    told("hit", Row::hitNs),
                    told("miss", Row::missNs),
                    List.of(new CsvColumn("hit_ratio", Row::hitRatio)),
                    evidence(),
                    judgement())
            .flatMap(List::stream)
            .toList();

    private CsvColumns() {}

    private static List<CsvColumn> params() {
        return List.of(
                param("rw", Params::rw),
                param("bs_bytes", Params::bs),
                param("path", Params::path),
                param("cache", Params::cache),
                param("ioengine", Params::ioengine),
                param("binding", Params::binding),
                param("iodepth", Params::iodepth),
                param("numjobs", Params::numjobs),
                param("rate_iops", Params::rateIops),
                param("size_bytes", Params::size),
                param("random_distribution", Params::randomDistribution),
                param("readahead", Params::readahead),
                param("hits", Params::hits),
                param("blocks", Params::blocks),
                param("beside", Params::beside));
    }

    private static CsvColumn param(String name, Getter<Params, Object> value) {
        return CsvColumn.of(name, Row::params, value);
    }

    private static List<CsvColumn> estimate(String name, Getter<Row, Estimate> part) {
        return List.of(
                CsvColumn.of(name + "_median", part, Estimate::median),
                CsvColumn.of(name + "_lo95", part, Estimate::lo95),
                CsvColumn.of(name + "_hi95", part, Estimate::hi95));
    }

    private static List<CsvColumn> latency() {
        return List.of(
                CsvColumn.of("latency_count", Row::latencyNs, Percentiles::count),
                CsvColumn.of("latency_min_ns", Row::latencyNs, Percentiles::min),
                CsvColumn.of("latency_mean_ns", Row::latencyNs, Percentiles::mean),
                CsvColumn.of("latency_p50_ns", Row::latencyNs, Percentiles::p50),
                CsvColumn.of("latency_p90_ns", Row::latencyNs, Percentiles::p90),
                CsvColumn.of("latency_p95_ns", Row::latencyNs, Percentiles::p95),
                CsvColumn.of("latency_p99_ns", Row::latencyNs, Percentiles::p99),
                CsvColumn.of("latency_p99_9_ns", Row::latencyNs, Percentiles::p999),
                CsvColumn.of("latency_p99_99_ns", Row::latencyNs, Percentiles::p9999),
                CsvColumn.of("latency_p99_999_ns", Row::latencyNs, Percentiles::p99999),
                CsvColumn.of("latency_max_ns", Row::latencyNs, Percentiles::max),
                CsvColumn.of("latency_overflow", Row::latencyNs, Percentiles::overflow));
    }

    private static List<CsvColumn> told(String name, Getter<Row, Percentiles> part) {
        return List.of(
                CsvColumn.of(name + "_count", part, Percentiles::count),
                CsvColumn.of(name + "_p50_ns", part, Percentiles::p50),
                CsvColumn.of(name + "_p99_ns", part, Percentiles::p99));
    }

    /** Of what was told beside these, each run has something else, and a table needs the same columns everywhere. */
    private static List<CsvColumn> evidence() {
        return RowEvidence.NAMES.stream()
                .map(name -> CsvColumn.of(
                        "evidence_" + snake(name),
                        Row::evidence,
                        evidence -> evidence.numbers().get(name)))
                .toList();
    }

    private static String snake(String camel) {
        return INNER_CAPITAL.matcher(camel).replaceAll("_").toLowerCase(Locale.ROOT);
    }

    private static List<CsvColumn> judgement() {
        return List.of(
                new CsvColumn("steady", Row::steady),
                new CsvColumn("verdict", Row::verdict),
                new CsvColumn("reasons", Row::reasons),
                new CsvColumn("warnings", Row::warnings),
                new CsvColumn("failures", Row::failures),
                new CsvColumn("unsupported", Row::unsupported),
                new CsvColumn("histogram", Row::histogram));
    }
}
