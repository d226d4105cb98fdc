package io.pagetax.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.pagetax.result.Comparison;
import io.pagetax.result.DeviceLatency;
import io.pagetax.result.Estimate;
import io.pagetax.result.Row;
import io.pagetax.result.Runs;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeviceLatenciesTest {

    /** 80 µs an operation. */
    private static final Row DIRECT = Runs.verified("disk-randread-4k-direct-uncached", "direct", 80_000);

    private static Comparison tax(String name) {
        return new Comparison(
                name,
                "buffered",
                null,
                DIRECT.id(),
                new Estimate(1.1, 1.05, 1.2),
                7,
                new Estimate(1250, 625.0, null),
                null,
                null,
                null,
                null,
                List.of());
    }

    @Test
    void showTheMeasuredRatioAmongThoseThatFollowFromTheDifference() {
        List<DeviceLatency> curve = DeviceLatencies.of(List.of(tax(Answer.TAX_INSERTION)), List.of(DIRECT));
        assertThat(curve).extracting(DeviceLatency::latencyNs).isSorted();
        assertThat(curve)
                .filteredOn(point -> !point.extrapolated())
                .singleElement()
                .satisfies(point -> {
                    assertThat(point.latencyNs()).isEqualTo(80_000);
                    assertThat(point.ratio()).isEqualTo(new Estimate(1.1, 1.05, 1.2));
                });
        DeviceLatency fast = curve.stream()
                .filter(point -> point.latencyNs() == 100)
                .findFirst()
                .orElseThrow();
        assertThat(fast.extrapolated()).isTrue();
        assertThat(fast.ratio()).isEqualTo(new Estimate(13.5, 7.25, null));
        DeviceLatency slow = curve.get(curve.size() - 1);
        assertThat(slow.ratio().median()).isCloseTo(1.0125, within(1e-12));
    }

    @Test
    void areTheMeasuredOneAloneIfTheDifferenceCannotBeToldFromNone() {
        Comparison noise = new Comparison(
                Answer.TAX_INSERTION,
                "buffered",
                null,
                DIRECT.id(),
                new Estimate(1.04, 0.97, 1.18),
                7,
                new Estimate(1371, -790.0, 5190.0),
                null,
                null,
                null,
                null,
                List.of());
        assertThat(DeviceLatencies.of(List.of(noise), List.of(DIRECT)))
                .singleElement()
                .matches(point -> !point.extrapolated() && point.latencyNs() == 80_000);
    }

    @Test
    void areOfTaxesThatAWaitingReaderPaysAlone() {
        assertThat(DeviceLatencies.of(List.of(tax("gain.hit")), List.of(DIRECT)))
                .isEmpty();
        Row queued = Runs.issued(DIRECT, "io_uring", "jna", 32);
        assertThat(DeviceLatencies.of(List.of(tax(Answer.TAX_INSERTION)), List.of(queued)))
                .isEmpty();
    }
}
