package io.pagetax.jmh;

import io.pagetax.workload.AccessPath;
import org.openjdk.jmh.annotations.Param;

/** The file and parameters of {@link Read}. */
@SuppressWarnings("NullAway.Init") // JMH sets the parameters before any of its fixtures run
public class ReadFile extends FileState {

    /** How data gets to the program. */
    @Param({"direct", "buffered", "dontcache", "mmap"})
    public String path;

    @Override
    AccessPath path() {
        return AccessPath.parse(path);
    }
}
