package io.pagetax.campaign;

import io.pagetax.analysis.Answer;
import io.pagetax.plan.Cell;
import io.pagetax.workload.AccessPath;
import io.pagetax.workload.Blocks;
import io.pagetax.workload.CacheState;
import io.pagetax.workload.Company;
import io.pagetax.workload.HitTeller;
import io.pagetax.workload.Ioengine;
import io.pagetax.workload.Workload;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A question that two cells answer which are alike in all but one thing. Those that differ in the path differ in the engine
 * only where both paths have their usual one. None is asked of cells that were measured {@linkplain Cell#again() again}.
 *
 * @param name of the comparison
 * @param pairs whether one cell over another answers it
 */
record Question(String name, BiPredicate<Cell, Cell> pairs) {

    /** Time with a teller over that without: what it costs to tell hits from misses by it. */
    private static final String COST_HITS = "cost.hits.";

    /** Of a path, beside other threads that do something else to the file. */
    private static final String MIX = "mix.";

    /** Those whose numerator contains a copy to the user's buffer, which the denominator does not make. */
    static final List<Question> OF_PATHS_THAT_COPY = List.of(
            ofPath(Answer.TAX_INSERTION, AccessPath.BUFFERED),
            ofPath(Answer.TAX_INSERTION_REMOVAL, AccessPath.DONTCACHE));

    private static final List<Question> OTHERS = List.of(
            ofPath(Answer.TAX_LOOKUP, AccessPath.HYBRID_CACHESTAT),
            ofPath("tax.lookup.nowait", AccessPath.HYBRID_NOWAIT),
            ofPath("tax.fault", AccessPath.MMAP),
            ofState("tax.strayPage", workload -> workload.cache().isStray() && workload.path() == AccessPath.DIRECT),
            ofState("tax.residentBlock", workload -> isDirectRead(workload) && isClean(workload) && hits(workload)),
            ofState(
                    "tax.residentElsewhere",
                    workload -> isDirectRead(workload) && isClean(workload) && workload.blocks() == Blocks.ABSENT),
            ofState("tax.flush", workload -> workload.cache().isDirty() && workload.blocks() == Blocks.RESIDENT),
            ofState("tax.dirtyElsewhere", workload -> workload.cache().isDirty() && workload.blocks() == Blocks.ABSENT),
            ofState(
                    "tax.invalidate",
                    workload -> workload.path() == AccessPath.DIRECT
                            && workload.rw().isWrite()
                            && workload.cache().isCached()),
            new Question("gain.hit", Question::isHitOverDirect),
            new Question(MIX + "insertion", Question::isInsertionInCompany));

    /** All of them. */
    static List<Question> all() {
        return Stream.of(OF_PATHS_THAT_COPY, OTHERS, ofTellers(), ofCompany())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Question> ofTellers() {
        return Arrays.stream(HitTeller.values())
                .filter(teller -> teller != HitTeller.NONE)
                .map(teller -> new Question(
                        COST_HITS + teller,
                        (above, below) -> above.workload().hits() == teller
                                && above.with(above.workload().telling(HitTeller.NONE))
                                        .equals(below)))
                .toList();
    }

    /** Time beside other threads over that of as many threads in all that do what the measured ones do. */
    private static List<Question> ofCompany() {
        return Arrays.stream(AccessPath.values())
                .flatMap(path -> Arrays.stream(Company.Kind.values())
                        .filter(kind -> kind != Company.Kind.NONE)
                        .map(kind -> new Question(
                                MIX + path + "." + kind.word(),
                                (above, below) -> above.workload().path() == path
                                        && above.workload().company().kind() == kind
                                        && above.with(above.workload().alone()).equals(below))))
                .toList();
    }

    private static Question ofPath(String name, AccessPath path) {
        return new Question(
                name,
                (above, below) -> isUncachedDirectRead(below)
                        && counterpart(below, path).filter(above::equals).isPresent());
    }

    /** What it costs that there is something in the cache: the same cell, uncached, below. */
    private static Question ofState(String name, Predicate<Workload> numerator) {
        return new Question(
                name,
                (above, below) -> above.workload().company().isNone()
                        && numerator.test(above.workload())
                        && above.with(above.workload().in(CacheState.UNCACHED)).equals(below));
    }

    /** Not a tax by name: how long others hold the file says more of such rows than what a page costs. */
    private static boolean isInsertionInCompany(Cell above, Cell below) {
        return !below.workload().company().isNone()
                && isUncachedDirectRead(below.workload())
                && counterpart(below, AccessPath.BUFFERED).filter(above::equals).isPresent();
    }

    private static boolean isHitOverDirect(Cell above, Cell below) {
        return isUncachedDirectRead(below)
                && counterpart(below, AccessPath.BUFFERED)
                        .map(buffered -> buffered.with(buffered.workload().in(CacheState.CACHED)))
                        .filter(above::equals)
                        .isPresent();
    }

    static boolean isUncachedDirectRead(Cell cell) {
        return cell.workload().company().isNone() && isUncachedDirectRead(cell.workload());
    }

    private static boolean isUncachedDirectRead(Workload workload) {
        return isDirectRead(workload) && workload.cache().isUncached();
    }

    private static boolean isDirectRead(Workload workload) {
        return workload.path() == AccessPath.DIRECT && !workload.rw().isWrite();
    }

    private static boolean isClean(Workload workload) {
        return workload.cache().kind() == CacheState.Kind.CLEAN;
    }

    private static boolean hits(Workload workload) {
        return workload.blocks() == Blocks.RESIDENT || workload.cache().isCached();
    }

    /** The same cell on another path; empty if its engine has no equal there. */
    static Optional<Cell> counterpart(Cell cell, AccessPath path) {
        Workload workload = cell.workload();
        if (workload.ioengine().carries(path)) {
            return Optional.of(cell.with(workload.on(path, workload.ioengine())));
        }
        return workload.ioengine() == Ioengine.defaultOf(workload.path())
                ? Optional.of(cell.with(workload.on(path, Ioengine.defaultOf(path))))
                : Optional.empty();
    }
}
