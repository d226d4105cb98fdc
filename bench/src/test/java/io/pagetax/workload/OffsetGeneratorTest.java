package io.pagetax.workload;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OffsetGeneratorTest {

    private static final long DRAWING_SEED = 7;
    private static final int CASES = 25;

    static Stream<Arguments> ordersAndRegions() {
        SplittableRandom random = new SplittableRandom(DRAWING_SEED);
        return Stream.generate(() -> random)
                .limit(CASES)
                .flatMap(source -> Stream.of(Rw.values()).map(rw -> {
                    int blockSize = 512 << source.nextInt(8);
                    long offset = (long) source.nextInt(1000) * blockSize;
                    long length = (1L + source.nextInt(3000)) * blockSize;
                    return Arguments.of(rw, new Region(offset, length), blockSize, source.nextLong());
                }));
    }

    @ParameterizedTest
    @MethodSource("ordersAndRegions")
    void visitsEveryBlockOfItsRegionOnceAPass(Rw rw, Region region, int blockSize, long seed) {
        OffsetGenerator offsets = OffsetGenerator.of(rw, region, blockSize, seed);
        for (long pass = 0; pass < 3; pass++) {
            long[] visited = pass(offsets, pass, region, blockSize);
            Arrays.sort(visited);
            long[] blocks = LongStream.range(0, region.length() / blockSize)
                    .map(block -> region.offset() + block * blockSize)
                    .toArray();
            assertThat(visited).isEqualTo(blocks);
        }
    }

    @ParameterizedTest
    @MethodSource("ordersAndRegions")
    void drawsFromItsRegionEvenIfNotRestarted(Rw rw, Region region, int blockSize, long seed) {
        OffsetGenerator fresh = OffsetGenerator.of(rw, region, blockSize, seed);
        assertThat(fresh.next()).isBetween(region.offset(), region.offset() + region.length() - blockSize);
    }

    @Test
    void hasAnotherOrderInEveryPassIfRandom() {
        Region region = new Region(1 << 20, 1 << 20);
        OffsetGenerator offsets = OffsetGenerator.of(Rw.RANDREAD, region, 4096, 42);
        long[] first = pass(offsets, 1, region, 4096);
        assertThat(pass(offsets, 2, region, 4096)).isNotEqualTo(first);
        assertThat(pass(offsets, 1, region, 4096)).isEqualTo(first);
    }

    @Test
    void hasAnotherOrderForAnotherSeedIfRandom() {
        Region region = new Region(0, 1 << 20);
        long[] one = pass(OffsetGenerator.of(Rw.RANDWRITE, region, 4096, 1), 1, region, 4096);
        long[] other = pass(OffsetGenerator.of(Rw.RANDWRITE, region, 4096, 1000), 1, region, 4096);
        assertThat(one).isNotEqualTo(other);
    }

    @Test
    void risesBlockByBlockIfSequential() {
        Region region = new Region(8192, 5 * 4096);
        OffsetGenerator offsets = OffsetGenerator.of(Rw.READ, region, 4096, 42);
        assertThat(pass(offsets, 1, region, 4096)).containsExactly(8192, 12_288, 16_384, 20_480, 24_576);
        assertThat(pass(offsets, 2, region, 4096)).startsWith(8192);
    }

    private static long[] pass(OffsetGenerator offsets, long pass, Region region, int blockSize) {
        offsets.restart(pass);
        return LongStream.generate(offsets::next)
                .limit(region.length() / blockSize)
                .toArray();
    }
}
