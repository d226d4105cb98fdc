package io.pagetax.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.pagetax.Golden;
import io.pagetax.Locales;
import io.pagetax.export.OpenMetricsText.Sample;
import io.pagetax.result.HostileRuns;
import io.pagetax.result.Row;
import io.pagetax.result.Run;
import io.pagetax.result.Runs;
import io.pagetax.result.VisibleText;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OpenMetricsTest {

    private static final String DIRECT = "disk-randread-4k-direct-uncached";

    @ParameterizedTest
    @MethodSource("io.pagetax.Locales#all")
    void looksTheSameInEveryLocale(Locale locale) throws Exception {
        Golden.assertSame(Locales.in(locale, () -> new OpenMetrics().render(Runs.ofEveryKind())), "metrics.txt");
    }

    @Test
    void givesTimesInSecondsAndNoQuantileThatCouldNotBeHad() {
        OpenMetricsText metrics = parse(Runs.ofEveryKind());
        assertThat(metrics.types()).containsEntry("pagetax_operation_seconds", "summary");
        List<Sample> direct = metrics.samples("pagetax_operation_seconds").stream()
                .filter(sample -> DIRECT.equals(sample.labels().get("row")))
                .toList();
        assertThat(direct)
                .extracting(sample -> sample.labels().get("quantile"))
                .containsExactly("0.5", "0.9", "0.95", "0.99", "0.999");
        assertThat(direct.get(0).value()).isCloseTo(79.871e-6, Offset.offset(1e-12));
        assertThat(of(metrics, "pagetax_operation_seconds_count", DIRECT).value())
                .isEqualTo(123_456);
        assertThat(of(metrics, "pagetax_operation_seconds_sum", DIRECT).value())
                .isCloseTo(123_456 * 80_123.456e-9, Offset.offset(1e-9));
    }

    @Test
    void namesTheCellInItsLabels() {
        assertThat(of(parse(Runs.ofEveryKind()), "pagetax_iops", DIRECT).labels())
                .isEqualTo(Map.of(
                        "run", "host-20260101T000000Z",
                        "target", "disk",
                        "row", DIRECT,
                        "rw", "randread",
                        "bs", "4096",
                        "path", "direct",
                        "cache", "uncached",
                        "ioengine", "psync",
                        "iodepth", "1",
                        "numjobs", "1"));
    }

    @Test
    void leavesRowsWithoutSamplesOutButForTheirVerdict() {
        OpenMetricsText metrics = parse(Runs.ofEveryKind());
        assertThat(metrics.samples("pagetax_row_verified"))
                .extracting(Sample::value)
                .containsExactlyInAnyOrder(1.0, 0.0, 0.0);
        assertThat(metrics.samples("pagetax_iops")).hasSize(2);
        assertThat(metrics.samples("pagetax_operation_seconds_count")).hasSize(2);
    }

    @Test
    void tellsTheShareOfHitsWhereItIsKnown() {
        OpenMetricsText metrics = parse(Runs.of(List.of(Runs.told("t", true)), List.of()));
        assertThat(of(metrics, "pagetax_hit_ratio", "t").value()).isEqualTo(0.25);
        assertThat(metrics.types()).containsEntry("pagetax_hit_ratio", "gauge");
    }

    @Test
    void saysWhereTheRunTookPlace() {
        assertThat(parse(Runs.ofEveryKind()).samples("pagetax_run_info").get(0).labels())
                .containsEntry("run", "host-20260101T000000Z")
                .containsEntry("kernel", "6.18.0")
                .containsEntry("status", "partial");
    }

    @Test
    void hasNothingButTheRunWithoutRows() {
        OpenMetricsText metrics = parse(Runs.of(List.of(), List.of()));
        assertThat(metrics.samples("pagetax_run_info")).hasSize(1);
        assertThat(metrics.samples("pagetax_row_verified")).isEmpty();
    }

    @Test
    void escapesWhateverTheNamesAre() {
        Run run = VisibleText.of(HostileRuns.ofEveryKind("\"},"));
        OpenMetricsText metrics = parse(run);
        for (Row row : run.rows()) {
            assertThat(of(metrics, "pagetax_row_verified", row.id()).labels())
                    .containsEntry("target", row.target())
                    .containsEntry("cache", row.params().cache());
        }
        assertThat(metrics.samples("pagetax_run_info").get(0).labels())
                .containsEntry("cpu", run.environment().cpu());
    }

    /** Not that one comes here. */
    @Test
    void escapesEvenALineBreak() {
        Row row = Runs.verified("a\nb\\n\"c", "direct", 80_000);
        assertThat(of(parse(Runs.of(List.of(row), List.of())), "pagetax_iops", row.id())
                        .labels())
                .containsEntry("row", row.id());
    }

    private static OpenMetricsText parse(Run run) {
        return OpenMetricsText.parse(new OpenMetrics().render(run));
    }

    private static Sample of(OpenMetricsText metrics, String name, String row) {
        return metrics.samples(name).stream()
                .filter(sample -> row.equals(sample.labels().get("row")))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + name + " of " + row));
    }
}
