package io.pagetax.result;

import java.util.List;

/**
 * {@code scheme-costs.json}.
 *
 * @param rounds in each of which everything was measured once
 */
public record SchemeCosts(int rounds, List<SchemeCostRow> rows) {

    /** What was done, in the order in which it was. */
    public List<SchemeCostCell> cells() {
        return rows.stream().map(SchemeCostRow::cell).distinct().toList();
    }
}
