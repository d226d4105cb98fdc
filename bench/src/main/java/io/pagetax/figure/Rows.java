package io.pagetax.figure;

import io.pagetax.analysis.Answer;
import io.pagetax.result.Comparison;
import io.pagetax.result.Params;
import io.pagetax.result.Row;
import io.pagetax.result.Run;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rows of a run by their ids, and comparisons by what was compared. */
final class Rows {

    /** What through the cache costs, of paths; the rest speaks of states. */
    private static final List<String> TAXES = List.of(
            Answer.TAX_INSERTION,
            Answer.TAX_INSERTION + "-copy",
            Answer.TAX_INSERTION_REMOVAL,
            Answer.TAX_LOOKUP,
            "gain.hit");

    private final Run run;
    private final Map<String, Row> byId;
    private final @Nullable Params first;

    Rows(Run run) {
        this.run = run;
        this.first = run.rows().stream()
                .map(Row::params)
                .filter(Rows::isPlainDirect)
                .findFirst()
                .orElse(null);
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

    /** The taxes of random reads, over direct rows of some kind. */
    List<Comparison> taxes(Predicate<Params> direct) {
        return run.comparisons().stream()
                .filter(comparison -> TAXES.contains(comparison.name()))
                .filter(comparison -> {
                    Params params = denominator(comparison).params();
                    return params.rw().equals("randread") && direct.test(params);
                })
                .toList();
    }

    /** Those by one thread that waits for each operation. */
    static boolean isSingle(Params params) {
        return params.numjobs() == 1 && params.iodepth() == 1;
    }

    /** Direct I/O on a file of which nothing is cached, and which others leave alone: what all is held against. */
    private static boolean isPlainDirect(Params params) {
        return params.path().equals("direct") && params.cache().equals("uncached") && params.beside() == null;
    }

    /** Whether it is that, and issued as in the first such row; a queue may have an engine of its own. */
    boolean isIssuedAsTheFirst(Params params) {
        return first != null
                && isPlainDirect(params)
                && Objects.equals(params.binding(), first.binding())
                && (params.iodepth() > 1 || params.ioengine().equals(first.ioengine()));
    }

    /** Whether it is also in blocks of the same size, so that no two that differ in more than a figure shows are in it. */
    boolean isLikeTheFirst(Params params) {
        return isIssuedAsTheFirst(params)
                && params.bs() == Objects.requireNonNull(first).bs();
    }
}
