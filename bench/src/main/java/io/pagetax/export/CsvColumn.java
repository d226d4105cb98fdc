package io.pagetax.export;

import io.pagetax.result.Row;

/**
 * A column of {@code rows.csv}.
 *
 * @param name with the unit, where there is one
 * @param value of a row: a text, a number, a truth value, or a list of texts
 */
record CsvColumn(String name, Getter<Row, Object> value) {

    /** Of a part that a row may lack: all that is asked of it is then null. */
    static <P> CsvColumn of(String name, Getter<Row, P> part, Getter<P, Object> value) {
        return new CsvColumn(name, row -> {
            P found = part.of(row);
            return found == null ? null : value.of(found);
        });
    }
}
