package io.pagetax.workload;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DrawnOffsetsTest {

    private static final long PAGE = 4096;
    private static final Region REGION = new Region(1 << 20, 1 << 22);

    private static Workload workload(String path, int blockSize, String state) {
        return new Workload(Rw.RANDREAD, AccessPath.parse(path), CacheState.UNCACHED, blockSize, 1L << 24, 1, 42)
                .in(CacheState.parse(state));
    }

    private static Set<Long> pass(OffsetGenerator offsets, long pass) {
        offsets.restart(pass);
        Set<Long> seen = new HashSet<>();
        for (long i = 0; i < offsets.blocks(); i++) {
            assertThat(seen.add(offsets.next())).isTrue();
        }
        return seen;
    }

    @ParameterizedTest
    @CsvSource({
        "4096, mixed:50",
        "4096, mixed:1",
        "4096, dirty:90",
        "512, mixed:50",
        "65536, mixed:10",
        "12288, mixed:30"
    })
    void visitsEachBlockOnceEitherAmongTheResidentOrAmongTheOthers(int blockSize, String state) {
        ResidentDraw draw = new ResidentDraw(workload("buffered", blockSize, state), REGION, 42, PAGE);
        for (long pass = 1; pass <= 3; pass++) {
            ResidentDraw.Drawn drawn = draw.forPass(pass);
            Set<Long> resident = pass(OffsetGenerator.drawn(REGION, draw, true, blockSize), pass);
            Set<Long> absent = pass(OffsetGenerator.drawn(REGION, draw, false, blockSize), pass);
            assertThat(resident)
                    .hasSize(Math.toIntExact(draw.residentUnits() * draw.unitBytes() / blockSize))
                    .allMatch(offset -> offset >= REGION.offset() && offset % blockSize == REGION.offset() % blockSize)
                    .allMatch(offset -> drawn.isResident((offset - REGION.offset()) / draw.unitBytes()));
            assertThat(absent)
                    .hasSize(Math.toIntExact((draw.units() - draw.residentUnits()) * draw.unitBytes() / blockSize))
                    .noneMatch(offset -> drawn.isResident((offset - REGION.offset()) / draw.unitBytes()));
        }
    }

    @Test
    void drawsAnewForEachPassUnlessTheOperationsLeaveTheCacheAsItIs() {
        ResidentDraw changing = new ResidentDraw(workload("buffered", 4096, "mixed:50"), REGION, 42, PAGE);
        ResidentDraw staying = new ResidentDraw(workload("direct", 4096, "mixed:50"), REGION, 42, PAGE);
        assertThat(pass(OffsetGenerator.drawn(REGION, changing, true, 4096), 1))
                .isNotEqualTo(pass(OffsetGenerator.drawn(REGION, changing, true, 4096), 2));
        assertThat(pass(OffsetGenerator.drawn(REGION, staying, true, 4096), 1))
                .isEqualTo(pass(OffsetGenerator.drawn(REGION, staying, true, 4096), 2));
    }

    @Test
    void visitsThemInRandomOrder() {
        ResidentDraw draw = new ResidentDraw(workload("direct", 4096, "mixed:50"), REGION, 42, PAGE);
        OffsetGenerator offsets = OffsetGenerator.drawn(REGION, draw, true, 4096);
        offsets.restart(1);
        long previous = offsets.next();
        int rising = 0;
        for (long i = 1; i < offsets.blocks(); i++) {
            long next = offsets.next();
            rising += next > previous ? 1 : 0;
            previous = next;
        }
        assertThat((double) rising / offsets.blocks()).isBetween(0.4, 0.6);
    }
}
