package io.pagetax.figure;

import io.pagetax.result.Comparison;
import io.pagetax.result.Params;
import io.pagetax.result.Row;
import io.pagetax.result.Run;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The rows of a run by their ids, and comparisons by what was compared. */
final class Rows {

    /** What through the cache costs, of paths; the rest speaks of states. */
    static final List<String> TAXES =
            List.of("tax.insertion", "tax.insertion-copy", "tax.insertion+removal", "tax.lookup", "gain.hit");

    private final Run run;
    private final Map<String, Row> byId;

    Rows(Run run) {
        this.run = run;
        this.byId = run.rows().stream().collect(Collectors.toMap(Row::id, Function.identity()));
    }

    Row denominator(Comparison comparison) {
        return row(comparison.denominator());
    }

    Row numerator(Comparison comparison) {
        return row(comparison.numerator());
    }

    Row row(String id) {
        Row row = byId.get(id);
        if (row == null) {
            throw new IllegalArgumentException("no row " + id);
        }
        return row;
    }

    /** The taxes of random reads by threads that have the file to themselves, over direct rows of some kind. */
    List<Comparison> taxes(Predicate<Params> direct) {
        return run.comparisons().stream()
                .filter(comparison -> TAXES.contains(comparison.name()))
                .filter(comparison -> {
                    Params params = denominator(comparison).params();
                    return params.rw().equals("randread") && params.beside() == null && direct.test(params);
                })
                .toList();
    }

    /** Those by one thread that waits for each operation. */
    static boolean isSingle(Params params) {
        return params.numjobs() == 1 && params.iodepth() == 1;
    }

    /** The block size of the first row, which is the one that is asked everything. */
    int firstBlockSize() {
        return run.rows().get(0).params().bs();
    }
}
