package io.pagetax.workload;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What of the file is in the page cache when a sample starts.
 *
 * @param kind of the pages that are there
 * @param residentPercent of the file's pages, drawn at random in units of the least common multiple of block and page;
 *     with {@link Kind#STRAY}, 0
 */
public record CacheState(Kind kind, int residentPercent) {

    /** What pages a state is about. */
    public enum Kind {
        /** Pages that are as on the device. */
        CLEAN,
        /** A single one, which no operation touches: the mapping is not empty, and that is all. */
        STRAY,
        /** Pages that are newer than the device. */
        DIRTY
    }

    /** No page is resident. */
    public static final CacheState UNCACHED = mixed(0);
    /** All pages are resident. */
    public static final CacheState CACHED = mixed(100);
    /** One page at the end of the file is resident, which no operation touches. */
    public static final CacheState STRAY = new CacheState(Kind.STRAY, 0);

    private static final Pattern SHARE = Pattern.compile("(mixed|dirty):([1-9][0-9]?)");
    private static final int ALL = 100;

    /** Checks the range. */
    public CacheState {
        if (residentPercent < 0 || residentPercent > ALL) {
            throw new IllegalArgumentException("residentPercent must be 0 to 100: residentPercent=" + residentPercent);
        }
    }

    /** A share of the file's pages is resident, and as on the device. */
    public static CacheState mixed(int percent) {
        return new CacheState(Kind.CLEAN, percent);
    }

    /** A share of the file's pages is resident, and newer than the device. */
    public static CacheState dirty(int percent) {
        return new CacheState(Kind.DIRTY, percent);
    }

    /**
     * {@code uncached}, {@code stray}, {@code mixed:P} or {@code dirty:P} with P from 1 to 99, or {@code cached}.
     *
     * @throws IllegalArgumentException naming what would be accepted
     */
    public static CacheState parse(String word) {
        return switch (word) {
            case "uncached" -> UNCACHED;
            case "cached" -> CACHED;
            case "stray" -> STRAY;
            default -> parseShare(word);
        };
    }

    private static CacheState parseShare(String word) {
        Matcher share = SHARE.matcher(word);
        if (!share.matches()) {
            throw new IllegalArgumentException(
                    "'" + word + "' is not one of: uncached, stray, mixed:1 to mixed:99, dirty:1 to dirty:99, cached");
        }
        int percent = Integer.parseInt(share.group(2));
        return share.group(1).equals("mixed") ? mixed(percent) : dirty(percent);
    }

    /** No page is resident. */
    public boolean isUncached() {
        return kind == Kind.CLEAN && residentPercent == 0;
    }

    /** All pages are resident, and as on the device. */
    public boolean isCached() {
        return kind == Kind.CLEAN && residentPercent == ALL;
    }

    /** A single page is resident, which no operation touches. */
    public boolean isStray() {
        return kind == Kind.STRAY;
    }

    /** The resident pages are newer than the device. */
    public boolean isDirty() {
        return kind == Kind.DIRTY;
    }

    /** Whether it takes a draw to say which pages are resident. */
    public boolean isDrawn() {
        return residentPercent > 0 && residentPercent < ALL;
    }

    /** The units of {@code units} that are to be resident. */
    public long residentUnits(long units) {
        return units * residentPercent / ALL;
    }

    @Override
    public String toString() {
        if (isUncached()) {
            return "uncached";
        }
        if (isCached()) {
            return "cached";
        }
        return isStray() ? "stray" : (isDirty() ? "dirty:" : "mixed:") + residentPercent;
    }
}
