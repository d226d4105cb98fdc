package io.pagetax.report;

import org.jspecify.annotations.Nullable;

/**
 * Two texts that are not the same, cut to where they begin to differ if they are long.
 *
 * @param one {@code n/a} if it is not known
 * @param other {@code n/a} if it is not known
 */
record Excerpt(String one, String other) {

    private static final int WIDEST = 48;
    private static final int BEFORE = 16;
    private static final String LEFT_OUT = "…";

    static Excerpt of(@Nullable String one, @Nullable String other) {
        String first = one == null ? Units.NOT_AVAILABLE : one;
        String second = other == null ? Units.NOT_AVAILABLE : other;
        int same = 0;
        while (same < Math.min(first.length(), second.length()) && first.charAt(same) == second.charAt(same)) {
            same++;
        }
        int start = Math.max(first.length(), second.length()) > WIDEST ? Math.max(0, same - BEFORE) : 0;
        return new Excerpt(cut(first, start), cut(second, start));
    }

    private static String cut(String text, int start) {
        int end = Math.min(text.length(), start + WIDEST);
        return (start > 0 ? LEFT_OUT : "") + text.substring(start, end) + (end < text.length() ? LEFT_OUT : "");
    }
}
