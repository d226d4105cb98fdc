package io.pagetax.jmh;

import io.pagetax.workload.AccessPath;
import io.pagetax.workload.Blocks;
import io.pagetax.workload.HitTeller;
import org.openjdk.jmh.annotations.Param;

/** The file and parameters of {@link Read}. */
@SuppressWarnings("NullAway.Init") // JMH sets the parameters before any of its fixtures run
public class ReadFile extends FileState {

    /** How data gets to the program. */
    @Param({"direct", "buffered", "dontcache", "mmap"})
    public String path;

    /** By what hits and misses of the page cache are told apart, which is a part of each operation's time. */
    @Param("none")
    public String hits;

    /** Which blocks are visited of a file that is partly in the page cache: {@code all}, {@code resident}, {@code absent}. */
    @Param("all")
    public String blocks;

    @Override
    AccessPath path() {
        return AccessPath.parse(path);
    }

    @Override
    HitTeller hits() {
        return HitTeller.parse(hits);
    }

    @Override
    Blocks blocks() {
        return Blocks.parse(blocks);
    }
}
