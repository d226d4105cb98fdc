package io.pagetax.jmh;

import io.pagetax.workload.AccessPath;
import io.pagetax.workload.Ioengine;

/** What {@link BindingTax} compares: a path and an engine under one name. */
public enum ReadWay {
    /** pread(2) through the cache. */
    PREAD(AccessPath.BUFFERED, Ioengine.PSYNC),
    /** pread(2) with O_DIRECT. */
    PREAD_DIRECT(AccessPath.DIRECT, Ioengine.PSYNC),
    /** A copy from a mapping of our own. */
    MAPPING(AccessPath.MMAP, Ioengine.MMAP),
    /** The JDK's channel, through the cache. */
    FILECHANNEL(AccessPath.BUFFERED, Ioengine.FILECHANNEL),
    /** The JDK's channel with ExtendedOpenOption.DIRECT. */
    FILECHANNEL_DIRECT(AccessPath.DIRECT, Ioengine.FILECHANNEL),
    /** A copy from the JDK's mapping. */
    MAPPEDBYTEBUFFER(AccessPath.MMAP, Ioengine.MAPPEDBYTEBUFFER);

    private final AccessPath path;
    private final Ioengine ioengine;

    ReadWay(AccessPath path, Ioengine ioengine) {
        this.path = path;
        this.ioengine = ioengine;
    }

    AccessPath path() {
        return path;
    }

    Ioengine ioengine() {
        return ioengine;
    }
}
