package io.pagetax.scheme;

import io.pagetax.scheme.model.PageCache;
import java.util.function.Function;

/**
 * All schemes, by the ids under which they are verified and measured.
 *
 * <p>Their constructors are called in lambdas, since a model checker does not see what a method reference makes.
 */
public enum Schemes {

    /** The control. */
    UNTRACKED("untracked", "no tracking at all", cache -> new Untracked(cache)),

    /** Mason's first form. */
    MASON_2006_PAGES("mason-2006-pages", "a placeholder an index, and page locks", cache -> new Mason2006Pages(cache)),

    /** Mason's last form. */
    MASON_2006_RANGES(
            "mason-2006-ranges", "a placeholder a range, and page locks", cache -> new Mason2006Ranges(cache)),

    /** XFS and ext4. */
    CHINNER_2015("chinner-2015", "IOLOCK and MMAPLOCK", cache -> new Chinner2015(cache)),

    /** The add lock. */
    OVERSTREET_2018("overstreet-2018", "a two-state lock around insertion", cache -> new Overstreet2018(cache)),

    /** The question that began it. */
    LUTOMIRSKI_2019("lutomirski-2019", "a record an index; what is cached is used", cache -> new Lutomirski2019(cache)),

    /** The first answer. */
    WILCOX_2019(
            "wilcox-2019",
            "a lock while nothing is cached, an entry an index otherwise",
            cache -> new Wilcox2019(cache)),

    /** What Linux does. */
    HELLWIG_2020("hellwig-2020", "invalidate before and after (status quo)", cache -> new InvalidateAround(cache)),

    /** What Linux does against holes. */
    KARA_2021("kara-2021", "invalidate_lock", cache -> new Kara2021(cache)),

    /** A thought experiment. */
    KARA_2021_V1(
            "kara-2021-v1",
            "invalidate_lock alone over a direct write",
            cache -> new Kara2021Variant(cache, Kara2021Variant.Hold.WRITE)),

    /** A thought experiment. */
    KARA_2021_V2(
            "kara-2021-v2",
            "invalidate_lock alone over each invalidation",
            cache -> new Kara2021Variant(cache, Kara2021Variant.Hold.INVALIDATION)),

    /** A thought experiment. */
    KARA_2021_V3(
            "kara-2021-v3",
            "invalidate_lock shared over a direct read",
            cache -> new Kara2021Variant(cache, Kara2021Variant.Hold.READ)),

    /** gfs2 as it was first. */
    GRUENBACHER_2021(
            "gruenbacher-2021",
            "faults disabled, fault in and retry (gfs2, Linux 5.16)",
            cache -> new Gruenbacher2021(cache, false)),

    /** gfs2 as of Linux 6.4. */
    GRUENBACHER_2023(
            "gruenbacher-2023",
            "the same, through the cache without progress (Linux 6.4)",
            cache -> new Gruenbacher2021(cache, true)),

    /** btrfs. */
    MANANA_2021(
            "manana-2021",
            "ranges locked, faults disabled, else through the cache (btrfs, Linux 5.16)",
            cache -> new Manana2021(cache)),

    /** bcachefs. */
    OVERSTREET_2023("overstreet-2023", "a two-state lock, backed out of by order", cache -> new Overstreet2023(cache)),

    /** A remedy for others, here for the record an index. */
    TORVALDS_2019(
            "torvalds-2019",
            "lutomirski-2019 with faults disabled, else through the cache",
            cache -> new Torvalds2019(new Lutomirski2019(cache), cache)),

    /** RWF_UNCACHED. */
    AXBOE_2019("axboe-2019", "private pages (RWF_UNCACHED)", cache -> new Axboe2019(cache)),

    /** RWF_DONTCACHE. */
    AXBOE_2024("axboe-2024", "insert and drop behind (RWF_DONTCACHE)", cache -> new Axboe2024(cache)),

    /** A remedy for others. */
    MASON_2006_RANGES_PINNED(
            "mason-2006-ranges-pinned",
            "mason-2006-ranges with the memory pinned first",
            cache -> new PinFirst(new Mason2006Ranges(cache))),

    /** A remedy for others. */
    LUTOMIRSKI_2019_PINNED(
            "lutomirski-2019-pinned",
            "lutomirski-2019 with the memory pinned first",
            cache -> new PinFirst(new Lutomirski2019(cache))),

    /** A remedy for others. */
    WILCOX_2019_PINNED(
            "wilcox-2019-pinned",
            "wilcox-2019 with the memory pinned first",
            cache -> new PinFirst(new Wilcox2019(cache))),

    /** A remedy for others. */
    OVERSTREET_2018_PINNED(
            "overstreet-2018-pinned",
            "overstreet-2018 with the memory pinned first",
            cache -> new PinFirst(new Overstreet2018(cache))),

    /** Ours. */
    PAGETAX_2026(
            "pagetax-2026",
            "pinned first, past a gate; records only beside pages",
            cache -> new PinFirst(new Pagetax2026(cache)));

    private final String id;
    private final String summary;

    @SuppressWarnings("ImmutableEnumChecker") // lambdas without state
    private final Function<PageCache, CoherenceScheme> factory;

    Schemes(String id, String summary, Function<PageCache, CoherenceScheme> factory) {
        this.id = id;
        this.summary = summary;
        this.factory = factory;
    }

    /** The one of an id. */
    public static Schemes of(String id) {
        for (Schemes scheme : values()) {
            if (scheme.id.equals(id)) {
                return scheme;
            }
        }
        throw new IllegalArgumentException("no scheme of that id: " + id);
    }

    /** Author and year. */
    public String id() {
        return id;
    }

    /** What it does, in a few words. */
    public String summary() {
        return summary;
    }

    /** Whether it does one thing while nothing of a file is cached, and another one otherwise. */
    public boolean dependsOnEmptiness() {
        return this == WILCOX_2019 || this == WILCOX_2019_PINNED || this == PAGETAX_2026;
    }

    /** Has a file governed by it. */
    public CoherenceScheme over(PageCache cache) {
        return factory.apply(cache);
    }
}
