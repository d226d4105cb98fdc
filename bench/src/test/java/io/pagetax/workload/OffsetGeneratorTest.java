package io.pagetax.workload;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
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

    @ParameterizedTest
    @CsvSource({"512, 8", "1024, 4", "1536, 2", "2048, 2"})
    void visitsOneBlockOfEachPageAndAllOfThemInAsManyPasses(int blockSize, int blocksOfAPage) {
        Region region = new Region(1 << 20, 64 * 4096);
        OffsetGenerator offsets =
                OffsetGenerator.oneBlockAPage(OffsetGenerator.of(Rw.RANDREAD, region, 4096, 42), blockSize, 4096);
        assertThat(offsets.blocks()).isEqualTo(64);
        Set<Long> visited = new TreeSet<>();
        for (int pass = 1; pass <= blocksOfAPage; pass++) {
            offsets.restart(pass);
            Set<Long> pages = new TreeSet<>();
            for (int i = 0; i < 64; i++) {
                long offset = offsets.next();
                assertThat(offset % 4096 % blockSize).isZero();
                assertThat(offset % 4096 + blockSize).isLessThanOrEqualTo(4096);
                pages.add(offset / 4096);
                visited.add(offset);
            }
            assertThat(pages).hasSize(64).allMatch(page -> page >= 256 && page < 320);
        }
        assertThat(visited).hasSize(64 * blocksOfAPage);
    }

    private static long[] pass(OffsetGenerator offsets, long pass, Region region, int blockSize) {
        offsets.restart(pass);
        return LongStream.generate(offsets::next)
                .limit(region.length() / blockSize)
                .toArray();
    }
}
