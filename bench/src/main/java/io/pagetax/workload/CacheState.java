package io.pagetax.workload;

/**
 * How much of the file is in the page cache when a sample starts.
 *
 * @param residentPercent 0: uncached, no page of the file; 100: cached, every page; between: mixed, that share of the
 *     file's pages, drawn at random in units of the least common multiple of block and page
 */
public record CacheState(int residentPercent) {

    /** No page is resident. */
    public static final CacheState UNCACHED = new CacheState(0);
    /** All pages are resident. */
    public static final CacheState CACHED = new CacheState(100);

    private static final String MIXED_PREFIX = "mixed:";
    private static final int ALL = 100;

    /** Checks the range. */
    public CacheState {
        if (residentPercent < 0 || residentPercent > ALL) {
            throw new IllegalArgumentException("residentPercent must be 0 to 100: residentPercent=" + residentPercent);
        }
    }

    /**
     * {@code uncached}, {@code mixed:P} with P from 1 to 99, or {@code cached}.
     *
     * @throws IllegalArgumentException naming what would be accepted
     */
    public static CacheState parse(String word) {
        if (word.equals("uncached")) {
            return UNCACHED;
        }
        if (word.equals("cached")) {
            return CACHED;
        }
        if (word.matches(MIXED_PREFIX + "[1-9][0-9]?")) {
            return new CacheState(Integer.parseInt(word.substring(MIXED_PREFIX.length())));
        }
        throw new IllegalArgumentException("'" + word + "' is not one of: uncached, mixed:1 to mixed:99, cached");
    }

    /** No page is resident. */
    public boolean isUncached() {
        return residentPercent == 0;
    }

    /** All pages are resident. */
    public boolean isCached() {
        return residentPercent == ALL;
    }

    /** The pages of {@code pages} that are to be resident, drawn in units of {@code unitPages}. */
    public long residentPages(long pages, long unitPages) {
        return isCached() ? pages : residentUnits(pages / unitPages) * unitPages;
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
        return isCached() ? "cached" : MIXED_PREFIX + residentPercent;
    }
}
