package io.pagetax.linux.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.within;

import io.pagetax.linux.testing.Commands;
import io.pagetax.linux.thread.ThreadUsage;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CpuTimesTest {

    private static final long TICK = 10_000_000;
    private static final long BUSY = 300_000_000;

    @Test
    void ticksAreHundredthsOfASecond() throws IOException {
        CpuTimes times = CpuTimes.parse(List.of(
                "cpu  11 22 33 44 55 66 77 88 9 9",
                "cpu0 1 2 3 4 5 6 7 8 9 9",
                "cpu12 10 20 30 40 50 60 70 80 0 0",
                "intr 1"));
        assertThat(times.all()).isEqualTo(ticks(11, 1));
        assertThat(times.processors()).isEqualTo(new TreeMap<>(Map.of(0, ticks(1, 1), 12, ticks(10, 1))));
        assertThat(times.all().totalNanos()).isEqualTo(36 * 11 * TICK);
        assertThat(Commands.run("getconf", "CLK_TCK")).isEqualTo("100");
    }

    private static CpuTime ticks(long first, long factor) {
        long step = first * factor * TICK;
        return new CpuTime(step, 2 * step, 3 * step, 4 * step, 5 * step, 6 * step, 7 * step, 8 * step);
    }

    @Test
    void differenceIsTakenFieldByFieldOfTheProcessorsThatWereThere() throws IOException {
        CpuTimes earlier = CpuTimes.parse(List.of("cpu 1 2 3 4 5 6 7 8 0 0", "cpu0 1 2 3 4 5 6 7 8 0 0"));
        CpuTimes later = CpuTimes.parse(List.of(
                "cpu 10 20 30 40 50 60 70 80 0 0", "cpu0 3 6 9 12 15 18 21 24 0 0", "cpu1 1 1 1 1 1 1 1 1 0 0"));
        CpuTimes between = later.minus(earlier);
        assertThat(between.all()).isEqualTo(ticks(9, 1));
        assertThat(between.processors()).isEqualTo(new TreeMap<>(Map.of(0, ticks(2, 1))));
    }

    @Test
    void fileWithoutTheSumIsRefused() {
        assertThatIOException().isThrownBy(() -> CpuTimes.parse(List.of("cpu0 1 2 3 4 5 6 7 8 0 0")));
    }

    @Test
    void timeOfABusyThreadIsInIt() throws IOException {
        CpuTimes before = CpuTimes.read();
        ThreadUsage start = ThreadUsage.current();
        ThreadUsage used;
        do {
            used = ThreadUsage.current().minus(start);
        } while (used.userNanos() + used.systemNanos() < BUSY);
        CpuTimes spent = CpuTimes.read().minus(before);
        CpuTime all = spent.all();
        assertThat(all.userNanos() + all.niceNanos() + all.systemNanos()).isGreaterThanOrEqualTo(BUSY / 2);
        assertThat(spent.processors().size())
                .isGreaterThanOrEqualTo(Runtime.getRuntime().availableProcessors());
        long sum = spent.processors().values().stream()
                .mapToLong(CpuTime::totalNanos)
                .sum();
        // Each number is cut to ticks by itself.
        assertThat(sum).isCloseTo(all.totalNanos(), within(spent.processors().size() * 16L * TICK));
    }
}
