package io.pagetax.export;

import io.pagetax.result.Environment;
import io.pagetax.result.Estimate;
import io.pagetax.result.Params;
import io.pagetax.result.Percentiles;
import io.pagetax.result.Row;
import io.pagetax.result.Run;
import io.prometheus.metrics.expositionformats.OpenMetricsTextFormatWriter;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot.InfoDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import io.prometheus.metrics.model.snapshots.Quantiles;
import io.prometheus.metrics.model.snapshots.SummarySnapshot;
import io.prometheus.metrics.model.snapshots.SummarySnapshot.SummaryDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Unit;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The rows as metrics in OpenMetrics' text form, in base units. What a row has no number of, it has no metric of. */
final class OpenMetrics implements Export {

    private static final double NANOS_PER_SECOND = 1e9;
    private static final String VERIFIED = "verified";

    @Override
    public String fileName() {
        return "metrics.txt";
    }

    @Override
    public String render(Run run) {
        MetricSnapshots metrics = MetricSnapshots.of(info(run), iops(run), times(run), hitRatios(run), verdicts(run));
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try {
            OpenMetricsTextFormatWriter.create().write(text, metrics);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString(StandardCharsets.UTF_8);
    }

    private static InfoSnapshot info(Run run) {
        Environment environment = run.environment();
        Labels.Builder labels = Labels.builder().label("run", run.id());
        label(labels, "started_at", run.startedAt());
        label(labels, "ended_at", run.endedAt());
        label(labels, "status", run.status());
        label(labels, "pagetax", environment.pagetax());
        label(labels, "kernel", environment.kernel());
        label(labels, "distribution", environment.distribution());
        label(labels, "cpu", environment.cpu());
        label(labels, "jdk", environment.jdk());
        return InfoSnapshot.builder()
                .name("pagetax_run")
                .help("Where and when the run took place.")
                .dataPoint(new InfoDataPointSnapshot(labels.build()))
                .build();
    }

    private static GaugeSnapshot iops(Run run) {
        GaugeSnapshot.Builder gauge = GaugeSnapshot.builder()
                .name("pagetax_iops")
                .help("Operations per second, all jobs together, the median of the rounds.");
        for (Row row : run.rows()) {
            Estimate iops = row.iops();
            if (iops != null) {
                gauge.dataPoint(point(run, row, iops.median()));
            }
        }
        return gauge.build();
    }

    private static SummarySnapshot times(Run run) {
        SummarySnapshot.Builder summary = SummarySnapshot.builder()
                .name("pagetax_operation_seconds")
                .unit(Unit.SECONDS)
                .help(
                        "Service time of every operation; a quantile with fewer than 10 operations beyond it is left out.");
        for (Row row : run.rows()) {
            Percentiles times = row.latencyNs();
            if (times != null) {
                summary.dataPoint(SummaryDataPointSnapshot.builder()
                        .labels(labels(run, row))
                        .count(times.count())
                        .sum(times.count() * times.mean() / NANOS_PER_SECOND)
                        .quantiles(quantiles(times))
                        .build());
            }
        }
        return summary.build();
    }

    private static Quantiles quantiles(Percentiles times) {
        Quantiles.Builder quantiles = Quantiles.builder();
        quantile(quantiles, 0.5, times.p50());
        quantile(quantiles, 0.9, times.p90());
        quantile(quantiles, 0.95, times.p95());
        quantile(quantiles, 0.99, times.p99());
        quantile(quantiles, 0.999, times.p999());
        quantile(quantiles, 0.9999, times.p9999());
        quantile(quantiles, 0.99999, times.p99999());
        return quantiles.build();
    }

    private static void quantile(Quantiles.Builder quantiles, double quantile, @Nullable Long nanos) {
        if (nanos != null) {
            quantiles.quantile(quantile, nanos / NANOS_PER_SECOND);
        }
    }

    private static GaugeSnapshot hitRatios(Run run) {
        GaugeSnapshot.Builder gauge = GaugeSnapshot.builder()
                .name("pagetax_hit_ratio")
                .unit(Unit.RATIO)
                .help("Share of the operations that the page cache had, where that was told.");
        for (Row row : run.rows()) {
            Double ratio = row.hitRatio();
            if (ratio != null) {
                gauge.dataPoint(point(run, row, ratio));
            }
        }
        return gauge.build();
    }

    private static GaugeSnapshot verdicts(Run run) {
        GaugeSnapshot.Builder gauge = GaugeSnapshot.builder()
                .name("pagetax_row_verified")
                .help("1 if the kernel's numbers bear out what the row is called, else 0.");
        for (Row row : run.rows()) {
            gauge.dataPoint(point(run, row, row.verdict().equals(VERIFIED) ? 1 : 0));
        }
        return gauge.build();
    }

    private static GaugeDataPointSnapshot point(Run run, Row row, double value) {
        return GaugeDataPointSnapshot.builder()
                .labels(labels(run, row))
                .value(value)
                .build();
    }

    private static Labels labels(Run run, Row row) {
        Params params = row.params();
        return Labels.builder()
                .label("run", run.id())
                .label("target", row.target())
                .label("row", row.id())
                .label("rw", params.rw())
                .label("bs", Integer.toString(params.bs()))
                .label("path", params.path())
                .label("cache", params.cache())
                .label("ioengine", params.ioengine())
                .label("iodepth", Integer.toString(params.iodepth()))
                .label("numjobs", Integer.toString(params.numjobs()))
                .build();
    }

    private static void label(Labels.Builder labels, String name, @Nullable String value) {
        if (value != null) {
            labels.label(name, value);
        }
    }
}
