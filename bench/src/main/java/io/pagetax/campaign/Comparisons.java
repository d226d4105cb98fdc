package io.pagetax.campaign;

import io.pagetax.analysis.Answer;
import io.pagetax.analysis.Ratios;
import io.pagetax.plan.Cell;
import io.pagetax.result.Comparison;
import io.pagetax.workload.AccessPath;
import io.pagetax.workload.Workload;
import java.util.ArrayList;
import java.util.List;

/** Finds the pairs of rows that answer the question and forms their ratios. Rows that are not trusted enter none. */
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
        Cell wanted = Cell.of(direct.cell().target(), withPath(direct.cell().workload(), path));
        rows.stream()
                .filter(row -> row.cell().equals(wanted))
                .findFirst()
                .flatMap(other -> Ratios.compare(
                        name,
                        other.cell().id(),
                        other.nsPerOpByRound(),
                        direct.cell().id(),
                        direct.nsPerOpByRound()))
                .ifPresent(out::add);
    }

    private static Workload withPath(Workload workload, AccessPath path) {
        return new Workload(
                workload.rw(),
                path,
                workload.cache(),
                workload.blockSizeBytes(),
                workload.sizeBytes(),
                workload.numjobs(),
                workload.seed());
    }
}
