package io.pagetax.workload;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sizes as people type and read them: {@code 4k}, {@code 256m}, {@code 1GiB}; binary whatever the case or ending. */
public final class ByteSize {

    private static final Pattern SYNTAX = Pattern.compile("(\\d{1,18})(?:([kmgt])i?)?b?");
    private static final String PREFIXES = "kmgt";
    private static final int SHIFT_PER_PREFIX = 10;

    private ByteSize() {}

    /**
     * Bytes.
     *
     * @throws IllegalArgumentException naming what would be accepted
     */
    public static long parse(String text) {
        Matcher matcher = SYNTAX.matcher(text.toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            throw new IllegalArgumentException("'" + text + "' is not a size such as 4096, 4k, 256m, 2g");
        }
        long number = Long.parseLong(matcher.group(1));
        String prefix = matcher.group(2);
        int shift = prefix == null ? 0 : (PREFIXES.indexOf(prefix) + 1) * SHIFT_PER_PREFIX;
        if (number > Long.MAX_VALUE >> shift) {
            throw new IllegalArgumentException("'" + text + "' is more than 8 EiB");
        }
        return number << shift;
    }

    /** The shortest exact form with a binary suffix: {@code 4k}, {@code 256m}, {@code 1000}. */
    public static String format(long bytes) {
        int prefixes = 0;
        long number = bytes;
        while (number != 0 && number % (1 << SHIFT_PER_PREFIX) == 0 && prefixes < PREFIXES.length()) {
            number >>= SHIFT_PER_PREFIX;
            prefixes++;
        }
        return number + (prefixes == 0 ? "" : PREFIXES.substring(prefixes - 1, prefixes));
    }
}
