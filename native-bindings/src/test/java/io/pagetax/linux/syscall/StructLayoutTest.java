package io.pagetax.linux.syscall;

import static org.assertj.core.api.Assertions.assertThat;

import io.pagetax.linux.testing.CHeaders;
import io.pagetax.linux.testing.CHeaders.Claim;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every number that was copied from the kernel's headers, against those headers as the C compiler reads them. */
class StructLayoutTest {

    private static final CopiedNumbers STATX = CopiedNumbers.of(
            StatxLayout.class,
            Map.ofEntries(
                    Map.entry("MASK_OFFSET", "statx.stx_mask"),
                    Map.entry("MODE_OFFSET", "statx.stx_mode"),
                    Map.entry("INODE_OFFSET", "statx.stx_ino"),
                    Map.entry("SIZE_OFFSET", "statx.stx_size"),
                    Map.entry("BLOCKS_OFFSET", "statx.stx_blocks"),
                    Map.entry("RDEV_MAJOR_OFFSET", "statx.stx_rdev_major"),
                    Map.entry("RDEV_MINOR_OFFSET", "statx.stx_rdev_minor"),
                    Map.entry("DEV_MAJOR_OFFSET", "statx.stx_dev_major"),
                    Map.entry("DEV_MINOR_OFFSET", "statx.stx_dev_minor"),
                    Map.entry("DIO_MEM_ALIGN_OFFSET", "statx.stx_dio_mem_align"),
                    Map.entry("DIO_OFFSET_ALIGN_OFFSET", "statx.stx_dio_offset_align"),
                    Map.entry("ATOMIC_WRITE_UNIT_MIN_OFFSET", "statx.stx_atomic_write_unit_min"),
                    Map.entry("ATOMIC_WRITE_UNIT_MAX_OFFSET", "statx.stx_atomic_write_unit_max"),
                    Map.entry("ATOMIC_WRITE_SEGMENTS_MAX_OFFSET", "statx.stx_atomic_write_segments_max"),
                    Map.entry("DIO_READ_OFFSET_ALIGN_OFFSET", "statx.stx_dio_read_offset_align"),
                    Map.entry("LENGTH", "statx")));

    private static final CopiedNumbers CACHESTAT = CopiedNumbers.of(
            CachestatLayout.class,
            Map.of(
                    "RANGE_OFFSET_OFFSET", "cachestat_range.off",
                    "RANGE_LENGTH_OFFSET", "cachestat_range.len",
                    "RANGE_LENGTH", "cachestat_range",
                    "NR_CACHE_OFFSET", "cachestat.nr_cache",
                    "NR_DIRTY_OFFSET", "cachestat.nr_dirty",
                    "NR_WRITEBACK_OFFSET", "cachestat.nr_writeback",
                    "NR_EVICTED_OFFSET", "cachestat.nr_evicted",
                    "NR_RECENTLY_EVICTED_OFFSET", "cachestat.nr_recently_evicted",
                    "LENGTH", "cachestat"));

    private static final CopiedNumbers FIEMAP = CopiedNumbers.of(
            FiemapLayout.class,
            Map.ofEntries(
                    Map.entry("START_OFFSET", "fiemap.fm_start"),
                    Map.entry("LENGTH_OFFSET", "fiemap.fm_length"),
                    Map.entry("FLAGS_OFFSET", "fiemap.fm_flags"),
                    Map.entry("MAPPED_EXTENTS_OFFSET", "fiemap.fm_mapped_extents"),
                    Map.entry("EXTENT_COUNT_OFFSET", "fiemap.fm_extent_count"),
                    Map.entry("EXTENTS_OFFSET", "fiemap.fm_extents fiemap"),
                    Map.entry("EXTENT_LOGICAL_OFFSET", "fiemap_extent.fe_logical"),
                    Map.entry("EXTENT_PHYSICAL_OFFSET", "fiemap_extent.fe_physical"),
                    Map.entry("EXTENT_LENGTH_OFFSET", "fiemap_extent.fe_length"),
                    Map.entry("EXTENT_FLAGS_OFFSET", "fiemap_extent.fe_flags"),
                    Map.entry("EXTENT_LENGTH", "fiemap_extent")));

    private static final CopiedNumbers RUSAGE = CopiedNumbers.of(
            RusageLayout.class,
            Map.ofEntries(
                    Map.entry("USER_SECONDS_OFFSET", "rusage.ru_utime.tv_sec"),
                    Map.entry("USER_MICROS_OFFSET", "rusage.ru_utime.tv_usec"),
                    Map.entry("SYSTEM_SECONDS_OFFSET", "rusage.ru_stime.tv_sec"),
                    Map.entry("SYSTEM_MICROS_OFFSET", "rusage.ru_stime.tv_usec"),
                    Map.entry("MAX_RSS_OFFSET", "rusage.ru_maxrss"),
                    Map.entry("MINOR_FAULTS_OFFSET", "rusage.ru_minflt"),
                    Map.entry("MAJOR_FAULTS_OFFSET", "rusage.ru_majflt"),
                    Map.entry("VOLUNTARY_SWITCHES_OFFSET", "rusage.ru_nvcsw"),
                    Map.entry("INVOLUNTARY_SWITCHES_OFFSET", "rusage.ru_nivcsw"),
                    Map.entry("LENGTH", "rusage")));

    @TempDir
    private Path folder;

    static Stream<CopiedNumbers> structures() {
        return Stream.of(STATX, CACHESTAT, FIEMAP, RUSAGE);
    }

    @TestFactory
    Stream<DynamicTest> structuresAndTheirConstantsAreThoseOfTheHeaders() throws IOException {
        return CHeaders.compare(
                folder,
                Stream.concat(
                                Stream.of(STATX, FIEMAP, RUSAGE).flatMap(CopiedNumbers::claims),
                                CACHESTAT.claims().map(claim -> CopiedNumbers.newer(claim, "__NR_cachestat")))
                        .toList());
    }

    @TestFactory
    Stream<DynamicTest> constantsAreThoseOfTheHeaders() throws IOException {
        Stream<CopiedNumbers> plain = Stream.of(Advice.class, FallocateMode.class, MapFlags.class, Seek.class)
                .map(CopiedNumbers::of);
        return CHeaders.compare(
                folder,
                Stream.concat(
                                plain.flatMap(CopiedNumbers::claims),
                                CopiedNumbers.of(RwFlags.class).claims("RWF_"))
                        .toList());
    }

    @TestFactory
    Stream<DynamicTest> requestsOfIoctlAreThoseOfTheHeaders() throws IOException {
        return CHeaders.compare(
                folder,
                CopiedNumbers.of(Ioctl.class)
                        .claims()
                        // The kernel takes 32 bits of it, without a sign.
                        .map(claim -> Claim.of(claim.expression(), Integer.toUnsignedLong((int) claim.value())))
                        .toList());
    }

    @TestFactory
    Stream<DynamicTest> errorNumbersAreThoseOfTheHeaders() throws IOException {
        return CHeaders.compare(
                folder,
                Arrays.stream(Errno.values())
                        .filter(errno -> errno != Errno.UNKNOWN)
                        .map(errno -> Claim.of(errno.name(), errno.number()))
                        .toList());
    }

    @TestFactory
    Stream<DynamicTest> flagsOfThisArchitectureAreThoseOfTheHeaders() throws IOException {
        KernelAbi host = KernelAbi.host();
        return CHeaders.compare(
                folder,
                List.of(
                        Claim.of("O_DIRECT", host.direct()),
                        Claim.of("O_DIRECTORY", host.directory()),
                        Claim.of("O_NOFOLLOW", host.noFollow()),
                        Claim.of("O_TMPFILE", host.temporaryFile())));
    }

    @TestFactory
    Stream<DynamicTest> callNumbersOfThisArchitectureAreThoseOfTheHeaders() throws IOException {
        return CHeaders.compare(folder, callNumbers(KernelAbi.host()));
    }

    @TestFactory
    Stream<DynamicTest> callNumbersOfAarch64AreThoseOfTheGenericTable() throws IOException {
        return CHeaders.compareGenericCallNumbers(folder, callNumbers(KernelAbi.AARCH64));
    }

    private static List<Claim> callNumbers(KernelAbi abi) {
        return Arrays.stream(SystemCall.values())
                .map(call -> CopiedNumbers.claim("__NR_" + call.name().toLowerCase(Locale.ROOT), call.number(abi)))
                .toList();
    }

    /** All else is compared by its own name, and so cannot be left out. */
    @ParameterizedTest
    @MethodSource("structures")
    void noPartOfALayoutIsLeftOut(CopiedNumbers structure) {
        assertThat(structure.partsOfStructures())
                .containsExactlyInAnyOrderElementsOf(structure.theirNames().keySet());
    }
}
