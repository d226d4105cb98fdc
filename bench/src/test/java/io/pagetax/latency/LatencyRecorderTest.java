package io.pagetax.latency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Objects;
import java.util.SplittableRandom;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LatencyRecorderTest {

    private static final long SECOND = 1_000_000_000L;
    private static final long HOUR = LatencyRecorder.HIGHEST_NANOS;

    @Test
    void countsEveryRecordAndAddsUpTheTimeOnTheClock() {
        LatencyRecorder recorder = started(1);
        SplittableRandom random = new SplittableRandom(1);
        long sum = 0;
        for (int i = 0; i < 100_000; i++) {
            long nanos = random.nextLong(1, 1L << random.nextInt(1, 40));
            recorder.record(nanos);
            recorder.busy(nanos / 2);
            sum += nanos / 2;
        }
        LatencySample sample = recorder.finish();
        assertThat(sample.operations()).isEqualTo(100_000);
        assertThat(sample.busyNanos()).isEqualTo(sum);
        assertThat(sample.overflow()).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 999, 12_345, 1_234_567, 1_234_567_890, 3_599_999_999_999L, HOUR})
    void keepsThreeSignificantDigits(long nanos) {
        LatencyRecorder recorder = started(1);
        recorder.record(nanos);
        LatencySample sample = recorder.finish();
        assertThat(sample.overflow()).isZero();
        assertThat((double) sum(sample).getMaxValue()).isCloseTo((double) nanos, within(nanos / 1000.0));
    }

    @ParameterizedTest
    @ValueSource(longs = {HOUR + 1, 2 * HOUR, Long.MAX_VALUE / 2})
    void countsWhatIsTooLongAsOverflowAndKeepsItAsTheHighest(long nanos) {
        LatencyRecorder recorder = started(1);
        recorder.record(1000);
        recorder.record(nanos);
        LatencySample sample = recorder.finish();
        assertThat(sample.operations()).isEqualTo(2);
        assertThat(sample.overflow()).isEqualTo(1);
        assertThat((double) sum(sample).getMaxValue()).isCloseTo((double) HOUR, within(HOUR / 1000.0));
    }

    @Test
    void keepsHitsAndMissesApartInIntervalsOfTheirOwn() {
        LatencyRecorder recorder = LatencyRecorder.telling(3);
        for (int sample = 1; sample <= 2; sample++) {
            recorder.start();
            recorder.hitMiss().record(true, 10);
            recorder.rotateIfDue(System.nanoTime() + 2 * SECOND);
            recorder.hitMiss().record(true, 20);
            recorder.hitMiss().record(false, 3000);
            LatencySample both = recorder.finish();
            assertThat(both.intervals()).extracting(Histogram::getTotalCount).containsExactly(1L, 2L);
            assertThat(both.intervals()).extracting(Histogram::getMaxValue).containsExactly(10L, 3001L);
            HitMiss hitMiss = Objects.requireNonNull(both.hitMiss());
            assertThat(hitMiss.hits()).extracting(Histogram::getMaxValue).containsExactly(10L, 20L);
            assertThat(hitMiss.misses()).extracting(Histogram::getTotalCount).containsExactly(0L, 1L);
            assertThat(hitMiss.hitCount()).isEqualTo(2);
            assertThat(hitMiss.missCount()).isEqualTo(1);
        }
    }

    @Test
    void hasNoHitsWhereNobodyTellsThem() {
        LatencyRecorder recorder = started(1);
        assertThat(recorder.finish().hitMiss()).isNull();
        assertThatThrownBy(recorder::hitMiss).hasMessageContaining("not told apart");
    }

    @Test
    void beginsAnIntervalWheneverASecondHasPassed() {
        LatencyRecorder recorder = started(5);
        long now = System.nanoTime();
        recorder.record(1);
        recorder.rotateIfDue(now);
        recorder.record(2);
        recorder.rotateIfDue(now + SECOND);
        recorder.record(3);
        recorder.rotateIfDue(now + SECOND + SECOND / 2);
        recorder.record(4);
        recorder.rotateIfDue(now + 2 * SECOND);
        recorder.record(5);
        LatencySample sample = recorder.finish();
        assertThat(sample.intervals()).extracting(Histogram::getTotalCount).containsExactly(2L, 2L, 1L);
        assertThat(sample.intervals()).extracting(Histogram::getMaxValue).containsExactly(2L, 4L, 5L);
    }

    @Test
    void beginsAnIntervalWhereTheLastOneEnded() {
        long before = System.currentTimeMillis();
        LatencyRecorder recorder = started(3);
        recorder.rotateIfDue(System.nanoTime() + SECOND);
        LatencySample sample = recorder.finish();
        Histogram first = sample.intervals().get(0);
        Histogram second = sample.intervals().get(1);
        assertThat(first.getStartTimeStamp()).isBetween(before - 2, before + 60_000);
        assertThat(second.getStartTimeStamp())
                .isEqualTo(first.getEndTimeStamp())
                .isBetween(first.getStartTimeStamp() + 999, first.getStartTimeStamp() + 60_000);
    }

    @Test
    void makesTheLastIntervalLongerIfThereIsNoRoomForMore() {
        LatencyRecorder recorder = started(2);
        long now = System.nanoTime();
        for (int second = 1; second <= 10; second++) {
            recorder.record(second);
            recorder.rotateIfDue(now + second * SECOND);
        }
        LatencySample sample = recorder.finish();
        assertThat(sample.intervals()).extracting(Histogram::getTotalCount).containsExactly(1L, 9L);
    }

    @Test
    void holdsAllOperationsInItsIntervalsTogether() {
        LatencyRecorder recorder = started(4);
        Histogram all = LatencyRecorder.newHistogram();
        SplittableRandom random = new SplittableRandom(2);
        long now = System.nanoTime();
        for (int i = 0; i < 10_000; i++) {
            long nanos = random.nextLong(1, 10_000_000);
            recorder.record(nanos);
            all.recordValue(nanos);
            recorder.rotateIfDue(now + i * SECOND / 2500);
        }
        LatencySample sample = recorder.finish();
        assertThat(sample.intervals()).hasSizeGreaterThan(2);
        assertThat(sum(sample)).isEqualTo(all);
    }

    @Test
    void forgetsEverythingWhenStartedAgain() {
        LatencyRecorder recorder = started(3);
        long now = System.nanoTime();
        for (int second = 1; second <= 3; second++) {
            recorder.record(2 * HOUR);
            recorder.busy(2 * HOUR);
            recorder.rotateIfDue(now + second * SECOND);
        }
        recorder.finish();
        recorder.start();
        recorder.record(7);
        recorder.busy(7);
        recorder.rotateIfDue(System.nanoTime() + SECOND);
        LatencySample sample = recorder.finish();
        assertThat(sample.operations()).isEqualTo(1);
        assertThat(sample.busyNanos()).isEqualTo(7);
        assertThat(sample.overflow()).isZero();
        assertThat(sample.intervals()).hasSize(2);
        assertThat(sum(sample).getMaxValue()).isEqualTo(7);
    }

    private static LatencyRecorder started(int intervals) {
        LatencyRecorder recorder = new LatencyRecorder(intervals);
        recorder.start();
        return recorder;
    }

    private static Histogram sum(LatencySample sample) {
        Histogram sum = LatencyRecorder.newHistogram();
        sample.intervals().forEach(sum::add);
        return sum;
    }
}
