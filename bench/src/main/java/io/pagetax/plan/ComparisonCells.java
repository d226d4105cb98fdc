package io.pagetax.plan;

import io.pagetax.linux.syscall.Binding;
import io.pagetax.workload.AccessPath;
import io.pagetax.workload.CacheState;
import io.pagetax.workload.Ioengine;
import io.pagetax.workload.Rw;
import io.pagetax.workload.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The cells by which file systems are compared if there is time for a dozen of each. */
public final class ComparisonCells {

    private ComparisonCells() {}

    /**
     * Reads and writes, random and sequential, past the cache and through it; what putting a page there, taking it out and
     * finding it costs; and the control.
     *
     * @param base the random direct read of an uncached file, which the others depart from
     */
    public static List<Cell> of(String target, Binding binding, Workload base) {
        Workload buffered = through(base, AccessPath.BUFFERED);
        List<Cell> cells = new ArrayList<>(Stream.of(
                        base,
                        buffered,
                        through(base, AccessPath.DONTCACHE),
                        buffered.in(CacheState.CACHED),
                        through(base, AccessPath.MMAP).in(CacheState.CACHED),
                        base.ordered(Rw.RANDWRITE),
                        buffered.ordered(Rw.RANDWRITE),
                        base.ordered(Rw.READ),
                        buffered.ordered(Rw.READ),
                        base.ordered(Rw.WRITE),
                        buffered.ordered(Rw.WRITE))
                .map(workload -> Cell.of(target, workload, binding))
                .toList());
        cells.add(cells.get(0).again());
        return List.copyOf(cells);
    }

    private static Workload through(Workload base, AccessPath path) {
        return base.on(path, Ioengine.defaultOf(path));
    }
}
