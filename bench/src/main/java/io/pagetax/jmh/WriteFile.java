package io.pagetax.jmh;

import io.pagetax.workload.AccessPath;
import io.pagetax.workload.Blocks;
import io.pagetax.workload.HitTeller;
import org.openjdk.jmh.annotations.Param;

/** The file and parameters of {@link Write}. */
@SuppressWarnings("NullAway.Init") // JMH sets the parameters before any of its fixtures run
public class WriteFile extends FileState {

    /** How data gets from the program. */
    @Param({"direct", "buffered"})
    public String path;

    /** Which blocks are visited of a file that is partly in the page cache: {@code all}, {@code resident}, {@code absent}. */
    @Param("all")
    public String blocks;

    @Override
    AccessPath path() {
        return AccessPath.parse(path);
    }

    @Override
    HitTeller hits() {
        return HitTeller.NONE;
    }

    @Override
    Blocks blocks() {
        return Blocks.parse(blocks);
    }
}
