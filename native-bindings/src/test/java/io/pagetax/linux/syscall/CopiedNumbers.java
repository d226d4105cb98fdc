package io.pagetax.linux.syscall;

import io.pagetax.linux.testing.CHeaders.Claim;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A class whose constants were copied from the kernel's headers, and what they are called there. A constant without an
 * entry is a macro or an enumerator of its own name.
 */
final class CopiedNumbers {

    /** The macros that came with a part of a structure or a constant newer than Linux 5.10 with glibc 2.31. */
    private static final Map<String, String> NEWER = Map.ofEntries(
            Map.entry("offsetof(struct statx, stx_dio_mem_align)", "STATX_DIOALIGN"),
            Map.entry("offsetof(struct statx, stx_dio_offset_align)", "STATX_DIOALIGN"),
            Map.entry("offsetof(struct statx, stx_dio_read_offset_align)", "STATX_DIO_READ_ALIGN"),
            Map.entry("offsetof(struct statx, stx_atomic_write_unit_min)", "STATX_WRITE_ATOMIC"),
            Map.entry("offsetof(struct statx, stx_atomic_write_unit_max)", "STATX_WRITE_ATOMIC"),
            Map.entry("offsetof(struct statx, stx_atomic_write_segments_max)", "STATX_WRITE_ATOMIC"),
            Map.entry("STATX_DIOALIGN", "STATX_DIOALIGN"),
            Map.entry("STATX_DIO_READ_ALIGN", "STATX_DIO_READ_ALIGN"),
            Map.entry("STATX_WRITE_ATOMIC", "STATX_WRITE_ATOMIC"),
            Map.entry("MADV_POPULATE_READ", "MADV_POPULATE_READ"),
            Map.entry("MADV_POPULATE_WRITE", "MADV_POPULATE_WRITE"),
            Map.entry("RWF_ATOMIC", "RWF_ATOMIC"),
            Map.entry("RWF_DONTCACHE", "RWF_DONTCACHE"),
            Map.entry("IORING_SETUP_COOP_TASKRUN", "IORING_SETUP_COOP_TASKRUN"),
            Map.entry("IORING_SETUP_SINGLE_ISSUER", "IORING_SETUP_SINGLE_ISSUER"),
            Map.entry("IORING_SETUP_DEFER_TASKRUN", "IORING_SETUP_DEFER_TASKRUN"),
            Map.entry("IORING_SQ_TASKRUN", "IORING_SQ_TASKRUN"),
            Map.entry("__NR_cachestat", "__NR_cachestat"));

    private final Class<?> holder;
    private final Map<String, String> theirNames;

    private CopiedNumbers(Class<?> holder, Map<String, String> theirNames) {
        this.holder = holder;
        this.theirNames = theirNames;
    }

    /**
     * Of a class with structures.
     *
     * @param theirNames for ours: {@code struct.field} stands for its offset, {@code struct} for its size; several may
     *     follow one another with a blank in between
     */
    static CopiedNumbers of(Class<?> holder, Map<String, String> theirNames) {
        return new CopiedNumbers(holder, theirNames);
    }

    /** Of a class without structures. */
    static CopiedNumbers of(Class<?> holder) {
        return of(holder, Map.of());
    }

    /** What the headers have to say, constant by constant. */
    Stream<Claim> claims() {
        return claims("");
    }

    /** The same where our names lack a prefix that theirs have. */
    Stream<Claim> claims(String prefix) {
        return constants().entrySet().stream()
                .flatMap(constant -> expressions(prefix, constant.getKey())
                        .map(expression -> claim(expression, constant.getValue())));
    }

    /** Ours that must have an entry, since no header has a name like these. */
    List<String> partsOfStructures() {
        return constants().keySet().stream()
                .filter(name -> name.endsWith("_OFFSET") || name.endsWith("LENGTH"))
                .toList();
    }

    Map<String, String> theirNames() {
        return theirNames;
    }

    /** Of a single one. */
    static Claim claim(String expression, long value) {
        String macro = NEWER.get(expression);
        return macro == null ? Claim.of(expression, value) : Claim.ofNewer(expression, macro, value);
    }

    /** Of a part of a structure that is itself newer than the oldest headers in use. */
    static Claim newer(Claim claim, String macro) {
        return Claim.ofNewer(claim.expression(), macro, claim.value());
    }

    private Stream<String> expressions(String prefix, String ours) {
        String theirs = theirNames.get(ours);
        return theirs == null
                ? Stream.of(prefix + ours)
                : Arrays.stream(theirs.split(" ", -1)).map(CopiedNumbers::layoutExpression);
    }

    private static String layoutExpression(String name) {
        String[] parts = name.split("\\.", 2);
        return parts.length == 1
                ? "sizeof(struct " + name + ")"
                : "offsetof(struct " + parts[0] + ", " + parts[1] + ")";
    }

    private Map<String, Long> constants() {
        Map<String, Long> constants = new TreeMap<>();
        for (Field field : holder.getFields()) {
            if (Modifier.isStatic(field.getModifiers()) && field.getType() == int.class) {
                constants.put(field.getName(), (long) intValue(field));
            }
        }
        return constants;
    }

    private static int intValue(Field field) {
        try {
            return field.getInt(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return holder.getSimpleName();
    }
}
