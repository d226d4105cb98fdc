package io.pagetax.linux.syscall;

import static org.assertj.core.api.Assertions.assertThat;

import io.pagetax.linux.testing.CHeaders;
import io.pagetax.linux.testing.CHeaders.Claim;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every number that was copied from the kernel's headers, against those headers as the C compiler reads them. */
class StructLayoutTest {

    private static final String SIZE = "sizeof";

    /** Our name of a part of struct statx, and the kernel's. */
    private static final Map<String, String> STATX_FIELDS = Map.ofEntries(
            Map.entry("MASK_OFFSET", "stx_mask"),
            Map.entry("MODE_OFFSET", "stx_mode"),
            Map.entry("INODE_OFFSET", "stx_ino"),
            Map.entry("SIZE_OFFSET", "stx_size"),
            Map.entry("BLOCKS_OFFSET", "stx_blocks"),
            Map.entry("RDEV_MAJOR_OFFSET", "stx_rdev_major"),
            Map.entry("RDEV_MINOR_OFFSET", "stx_rdev_minor"),
            Map.entry("DEV_MAJOR_OFFSET", "stx_dev_major"),
            Map.entry("DEV_MINOR_OFFSET", "stx_dev_minor"),
            Map.entry("DIO_MEM_ALIGN_OFFSET", "stx_dio_mem_align"),
            Map.entry("DIO_OFFSET_ALIGN_OFFSET", "stx_dio_offset_align"),
            Map.entry("DIO_READ_OFFSET_ALIGN_OFFSET", "stx_dio_read_offset_align"),
            Map.entry("LENGTH", SIZE));

    private static final Map<String, String> CACHESTAT_RANGE_FIELDS =
            Map.of("RANGE_OFFSET_OFFSET", "off", "RANGE_LENGTH_OFFSET", "len", "RANGE_LENGTH", SIZE);

    private static final Map<String, String> CACHESTAT_FIELDS = Map.of(
            "NR_CACHE_OFFSET", "nr_cache",
            "NR_DIRTY_OFFSET", "nr_dirty",
            "NR_WRITEBACK_OFFSET", "nr_writeback",
            "NR_EVICTED_OFFSET", "nr_evicted",
            "NR_RECENTLY_EVICTED_OFFSET", "nr_recently_evicted",
            "LENGTH", SIZE);

    /** The macros that came with a field or a constant, where that is newer than Linux 5.10 with glibc 2.31. */
    private static final Map<String, String> NEWER = Map.of(
            "stx_dio_mem_align", "STATX_DIOALIGN",
            "stx_dio_offset_align", "STATX_DIOALIGN",
            "stx_dio_read_offset_align", "STATX_DIO_READ_ALIGN",
            "STATX_DIOALIGN", "STATX_DIOALIGN",
            "STATX_DIO_READ_ALIGN", "STATX_DIO_READ_ALIGN",
            "MADV_POPULATE_READ", "MADV_POPULATE_READ",
            "RWF_ATOMIC", "RWF_ATOMIC",
            "RWF_DONTCACHE", "RWF_DONTCACHE",
            "__NR_cachestat", "__NR_cachestat");

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> structuresAreLaidOutAsTheCompilerLaysThemOut() throws IOException {
        Map<String, Long> statx = constants(StatxLayout.class);
        Map<String, Long> cachestat = constants(CachestatLayout.class);
        List<Claim> claims = new ArrayList<>();
        STATX_FIELDS.forEach((ours, field) -> claims.add(layout("statx", field, NEWER.get(field), value(statx, ours))));
        CACHESTAT_RANGE_FIELDS.forEach((ours, field) ->
                claims.add(layout("cachestat_range", field, "__NR_cachestat", value(cachestat, ours))));
        CACHESTAT_FIELDS.forEach(
                (ours, field) -> claims.add(layout("cachestat", field, "__NR_cachestat", value(cachestat, ours))));
        return CHeaders.compare(folder, claims);
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
    Stream<DynamicTest> constantsAreThoseOfTheHeaders() throws IOException {
        List<Claim> claims = new ArrayList<>();
        constants(Advice.class).forEach((name, value) -> claims.add(constant(name, value)));
        constants(MapFlags.class).forEach((name, value) -> claims.add(constant(name, value)));
        constants(RwFlags.class).forEach((name, value) -> claims.add(constant("RWF_" + name, value)));
        constants(StatxLayout.class).forEach((name, value) -> {
            if (!STATX_FIELDS.containsKey(name)) {
                claims.add(constant(name, value));
            }
        });
        return CHeaders.compare(folder, claims);
    }

    @TestFactory
    Stream<DynamicTest> flagsOfThisArchitectureAreThoseOfTheHeaders() throws IOException {
        KernelAbi host = KernelAbi.host();
        return CHeaders.compare(
                folder,
                List.of(
                        constant("O_DIRECT", host.direct()),
                        constant("O_DIRECTORY", host.directory()),
                        constant("O_NOFOLLOW", host.noFollow()),
                        constant("O_TMPFILE", host.temporaryFile())));
    }

    @TestFactory
    Stream<DynamicTest> callNumbersOfThisArchitectureAreThoseOfTheHeaders() throws IOException {
        return CHeaders.compare(
                folder,
                Arrays.stream(SystemCall.values())
                        .map(call -> constant("__NR_" + call.name().toLowerCase(Locale.ROOT), call.number()))
                        .toList());
    }

    @Test
    void noPartOfALayoutIsLeftOut() {
        assertThat(constants(StatxLayout.class).keySet())
                .filteredOn(name -> name.endsWith("_OFFSET") || name.equals("LENGTH"))
                .containsExactlyInAnyOrderElementsOf(STATX_FIELDS.keySet());
        assertThat(constants(CachestatLayout.class).keySet())
                .containsExactlyInAnyOrderElementsOf(Stream.of(CACHESTAT_RANGE_FIELDS, CACHESTAT_FIELDS)
                        .flatMap(fields -> fields.keySet().stream())
                        .toList());
    }

    private static Claim layout(String struct, String field, @Nullable String macro, long value) {
        String expression =
                field.equals(SIZE) ? "sizeof(struct " + struct + ")" : "offsetof(struct " + struct + ", " + field + ")";
        return macro == null ? Claim.of(expression, value) : Claim.ofNewer(expression, macro, value);
    }

    private static Claim constant(String name, long value) {
        String macro = NEWER.get(name);
        return macro == null ? Claim.of(name, value) : Claim.ofNewer(name, macro, value);
    }

    private static long value(Map<String, Long> constants, String name) {
        Long value = constants.get(name);
        assertThat(value).as(name).isNotNull();
        return value;
    }

    private static Map<String, Long> constants(Class<?> holder) {
        return Arrays.stream(holder.getFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()) && field.getType() == int.class)
                .collect(Collectors.toMap(Field::getName, StructLayoutTest::intValue));
    }

    private static long intValue(Field field) {
        try {
            return field.getInt(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
