package io.pagetax.export;

import io.pagetax.result.Row;
import io.pagetax.result.Run;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** The rows for spreadsheets and data frames: RFC 4180 but for its line breaks, which are plain ones. */
final class CsvRows implements Export {

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();

    /** What spreadsheets take for the beginning of a formula, or skip before one. */
    private static final String FORMULA_STARTS = "=+-@\t\r";

    @Override
    public String fileName() {
        return "rows.csv";
    }

    @Override
    public String render(Run run) {
        StringBuilder text = new StringBuilder();
        try (CSVPrinter printer = new CSVPrinter(text, FORMAT)) {
            printer.printRecord(CsvColumns.ALL.stream().map(CsvColumn::name));
            for (Row row : run.rows()) {
                printer.printRecord(CsvColumns.ALL.stream()
                        .map(column -> field(column.value().of(row))));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    private static String field(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof Double number) {
            return plain(number);
        }
        if (value instanceof List<?> texts) {
            return harmless(texts.stream().map(String::valueOf).collect(Collectors.joining("; ")));
        }
        return value instanceof String text ? harmless(text) : value.toString();
    }

    /** Without an exponent; what is no number cannot be had. */
    private static String plain(double number) {
        return Double.isFinite(number) ? BigDecimal.valueOf(number).toPlainString() : "";
    }

    /** A leading apostrophe makes a text of it. */
    private static String harmless(String text) {
        boolean formula = !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
        return formula ? "'" + text : text;
    }
}
