package io.pagetax.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.pagetax.result.Calibration.Clock;
import io.pagetax.result.Calibration.Harness;
import io.pagetax.result.Calibration.KnownDelay;
import io.pagetax.result.Percentiles;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DelayCheckTest {

    private static final long USUAL = 10_000;
    private static final long SLOW = 200_000;
    private static final int EVERY = 20;
    private static final int OPERATIONS = 1000;

    @ParameterizedTest
    @CsvSource({
        "10000, 200000, true",
        "10500, 200500, true",
        "10520, 200000, false",
        "10000, 200800, false",
        "9980, 200000, false",
        "10000, 199600, false",
        "20000, 200000, false",
        "10000, 100000, false"
    })
    void allowsForThePrecisionAndForWhatWasStated(long usualSeen, long slowSeen, boolean verified) {
        KnownDelay delay = check(histogram(usualSeen, slowSeen), OPERATIONS);
        assertThat(delay.verdict()).as(delay.reasons().toString()).isEqualTo(verified ? "verified" : "refuted");
        assertThat(delay.reasons()).hasSize(verified ? 0 : 1);
    }

    @Test
    void givesBothNumbersWhenTheyDisagree() {
        assertThat(check(histogram(20_000, SLOW), OPERATIONS).reasons())
                .containsExactly("a known delay of 10000 ns is shown as 20015 ns, which is not from 9990 to 10510");
    }

    @Test
    void refutesAHistogramThatClipsWhatIsLong() {
        assertThat(check(histogram(USUAL, USUAL), OPERATIONS).reasons())
                .singleElement()
                .asString()
                .contains("slow delay of 200000 ns is shown as 10007 ns");
    }

    @ParameterizedTest
    @CsvSource({"999", "1001", "0"})
    void refutesACountThatIsNotExact(long issued) {
        assertThat(check(histogram(USUAL, SLOW), issued).reasons())
                .containsExactly("1000 operations are recorded, " + issued + " were issued");
    }

    @Test
    void refutesAnEmptyHistogramAndInventsNoTimes() {
        KnownDelay delay = check(new Histogram(3), OPERATIONS);
        assertThat(delay.verdict()).isEqualTo("refuted");
        assertThat(delay.usualSeenNs()).isNull();
        assertThat(delay.slowSeenNs()).isNull();
    }

    /** Operations that were interrupted are longer than slow ones; as long as they are few, they change nothing. */
    @Test
    void standsFewOperationsThatWereInterrupted() {
        Histogram seen = histogram(USUAL, SLOW);
        seen.recordValueWithCount(4_000_000, 20);
        assertThat(check(seen, OPERATIONS + 20).verdict()).isEqualTo("verified");
    }

    @Test
    void allowsForTheHarnessTheClockAndALittle() {
        Histogram histogram = histogram(40, 40);
        Harness harness = new Harness(41.5, Percentiles.of(histogram, 0));
        assertThat(DelayCheck.allowanceNanos(harness, new Clock(20, 30))).isEqualTo(42 + 40 + 30 + 400);
    }

    private static Histogram histogram(long usual, long slow) {
        Histogram seen = new Histogram(3_600_000_000_000L, 3);
        seen.recordValueWithCount(usual, OPERATIONS - OPERATIONS / EVERY);
        seen.recordValueWithCount(slow, OPERATIONS / EVERY);
        return seen;
    }

    private static KnownDelay check(Histogram seen, long issued) {
        return DelayCheck.check(USUAL, SLOW, EVERY, 500, issued, seen);
    }
}
