package io.pagetax.campaign;

import io.pagetax.analysis.Answer;
import io.pagetax.analysis.Ratios;
import io.pagetax.plan.Cell;
import io.pagetax.result.Comparison;
import io.pagetax.workload.AccessPath;
import io.pagetax.workload.HitTeller;
import io.pagetax.workload.Ioengine;
import io.pagetax.workload.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the pairs of rows that answer a question and forms their ratios. Rows that are compared by path are alike in all
 * but that, and in the engine only where both paths have their usual one; one that tells hits from misses is compared with
 * the one that does not. Rows that are not trusted enter none.
 */
final class Comparisons {

    /** Time with a teller over that without: what it costs to tell hits from misses by it. */
    private static final String COST_HITS = "cost.hits.";

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
        for (RowBuilder told : trusted) {
            if (told.cell().workload().hits() != HitTeller.NONE) {
                compareWithPlain(told, trusted).ifPresent(comparisons::add);
            }
        }
        return comparisons;
    }

    private static Optional<Comparison> compareWithPlain(RowBuilder told, List<RowBuilder> rows) {
        Cell cell = told.cell();
        Cell plain = Cell.of(cell.target(), cell.workload().telling(HitTeller.NONE), cell.binding());
        return find(plain, rows)
                .flatMap(other -> Ratios.compare(
                        COST_HITS + cell.workload().hits(),
                        cell.id(),
                        told.nsPerOpByRound(),
                        other.cell().id(),
                        other.nsPerOpByRound()));
    }

    private static boolean isUncachedRead(Workload workload) {
        return workload.cache().isUncached() && !workload.rw().isWrite();
    }

    private static void compare(
            String name, AccessPath path, RowBuilder direct, List<RowBuilder> rows, List<Comparison> out) {
        counterpart(direct.cell(), path)
                .flatMap(wanted -> find(wanted, rows))
                .flatMap(other -> Ratios.compare(
                        name,
                        other.cell().id(),
                        other.nsPerOpByRound(),
                        direct.cell().id(),
                        direct.nsPerOpByRound()))
                .ifPresent(out::add);
    }

    private static Optional<RowBuilder> find(Cell cell, List<RowBuilder> rows) {
        return rows.stream().filter(row -> row.cell().equals(cell)).findFirst();
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
