package io.pagetax.campaign;

import io.pagetax.analysis.Answer;
import io.pagetax.analysis.Ratios;
import io.pagetax.plan.Cell;
import io.pagetax.result.Comparison;
import io.pagetax.workload.AccessPath;
import io.pagetax.workload.Ioengine;
import io.pagetax.workload.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the pairs of rows that answer the question and forms their ratios. The rows of a pair are alike in all but the
 * path, and in the engine only where both paths have their usual one. Rows that are not trusted enter none.
 */
final class Comparisons {

    private Comparisons() {}

    static List<Comparison> of(List<RowBuilder> rows) {
        List<RowBuilder> trusted =
                rows.stream().filter(row -> row.build().isTrusted()).toList();
        List<Comparison> comparisons = new ArrayList<>();
        for (RowBuilder direct : trusted) {
            if (direct.cell().workload().path() == AccessPath.DIRECT
                    && isUncachedRead(direct.cell().workload())) {
                compare(Answer.TAX_INSERTION, AccessPath.BUFFERED, direct, trusted, comparisons);
                compare(Answer.TAX_INSERTION_REMOVAL, AccessPath.DONTCACHE, direct, trusted, comparisons);
            }
        }
        return comparisons;
    }

    private static boolean isUncachedRead(Workload workload) {
        return workload.cache().isUncached() && !workload.rw().isWrite();
    }

    private static void compare(
            String name, AccessPath path, RowBuilder direct, List<RowBuilder> rows, List<Comparison> out) {
        counterpart(direct.cell(), path)
                .flatMap(wanted ->
                        rows.stream().filter(row -> row.cell().equals(wanted)).findFirst())
                .flatMap(other -> Ratios.compare(
                        name,
                        other.cell().id(),
                        other.nsPerOpByRound(),
                        direct.cell().id(),
                        direct.nsPerOpByRound()))
                .ifPresent(out::add);
    }

    /** The same cell on another path; empty if its engine has no equal there. */
    static Optional<Cell> counterpart(Cell cell, AccessPath path) {
        Workload workload = cell.workload();
        if (workload.ioengine().carries(path)) {
            return Optional.of(Cell.of(cell.target(), workload.on(path, workload.ioengine()), cell.binding()));
        }
        return workload.ioengine() == Ioengine.defaultOf(workload.path())
                ? Optional.of(Cell.of(cell.target(), workload.on(path, Ioengine.defaultOf(path)), cell.binding()))
                : Optional.empty();
    }
}
