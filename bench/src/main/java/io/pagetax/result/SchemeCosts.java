package io.pagetax.result;

import java.util.List;
import java.util.Optional;

/**
 * {@code scheme-costs.json}.
 *
 * @param rounds in each of which everything was measured once
 */
public record SchemeCosts(int rounds, List<SchemeCostRow> rows) {

    /** Where nothing was measured. */
    public static final SchemeCosts NONE = new SchemeCosts(0, List.of());

    /** What was done, in the order in which it was. */
    public List<SchemeCostCell> cells() {
        return rows.stream().map(SchemeCostRow::cell).distinct().toList();
    }

    /** What a scheme costs there, if it was measured. */
    public Optional<SchemeCostRow> row(String scheme, SchemeCostCell cell) {
        return rows.stream()
                .filter(row -> row.id().equals(scheme) && row.cell().equals(cell))
                .findFirst();
    }
}
