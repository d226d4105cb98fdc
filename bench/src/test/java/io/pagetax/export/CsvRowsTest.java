package io.pagetax.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.pagetax.Golden;
import io.pagetax.Locales;
import io.pagetax.result.Estimate;
import io.pagetax.result.HostileRuns;
import io.pagetax.result.Row;
import io.pagetax.result.RowEvidence;
import io.pagetax.result.Run;
import io.pagetax.result.Runs;
import io.pagetax.result.VisibleText;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvRowsTest {

    @ParameterizedTest
    @MethodSource("io.pagetax.Locales#all")
    void looksTheSameInEveryLocale(Locale locale) throws Exception {
        Golden.assertSame(Locales.in(locale, () -> new CsvRows().render(Runs.ofEveryKind())), "rows.csv");
    }

    @Test
    void hasALineARowAndAFieldAColumn() throws IOException {
        Run run = Runs.of(List.of(Runs.told("t", true), Runs.verified("u", "direct", 80_000)), List.of());
        List<CSVRecord> records = parse(run);
        assertThat(records).hasSize(2);
        CSVRecord told = records.get(0);
        assertThat(told.get("id")).isEqualTo("t");
        assertThat(told.get("bs_bytes")).isEqualTo("4096");
        assertThat(told.get("hit_p50_ns")).isEqualTo("3009");
        assertThat(told.get("miss_p99_ns")).isEqualTo("120319");
        assertThat(told.get("hit_ratio")).isEqualTo("0.25");
        assertThat(told.get("latency_mean_ns")).isEqualTo("80123.456");
        assertThat(told.get("latency_p99_99_ns")).isEmpty();
        assertThat(records.get(1).get("hit_p50_ns")).isEmpty();
    }

    @Test
    void hasEveryNumberOfTheEvidenceThatIsAlwaysThere() throws IOException {
        List<String> names = parse(Runs.ofEveryKind()).get(0).getParser().getHeaderNames();
        assertThat(names)
                .doesNotHaveDuplicates()
                .contains("evidence_resident_pages_before", "evidence_user_ns_per_op", "evidence_errors");
        assertThat(names.stream().filter(name -> name.startsWith("evidence_"))).hasSameSizeAs(RowEvidence.NAMES);
    }

    @Test
    void writesNumbersWithoutExponentAndNoneForWhatIsNoNumber() throws IOException {
        Row row = Runs.verified("u", "direct", 1e-7);
        assertThat(parse(Runs.of(List.of(row), List.of())).get(0).get("iops_median"))
                .isEqualTo("10000000000000000");
        Row none = Runs.rated(row, new Estimate(Double.NaN, null, Double.POSITIVE_INFINITY));
        CSVRecord record = parse(Runs.of(List.of(none), List.of())).get(0);
        assertThat(record.get("iops_median")).isEmpty();
        assertThat(record.get("iops_hi95")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"})
    void makesNoFormulaOfAText(String name) throws IOException {
        Row row = Runs.verified(name, "direct", 80_000);
        assertThat(parse(Runs.of(List.of(row), List.of())).get(0).get("id")).isEqualTo("'" + name);
    }

    @Test
    void leavesNegativeNumbersAlone() throws IOException {
        Row row = Runs.rated(Runs.verified("u", "direct", 80_000), new Estimate(-5, null, null));
        assertThat(parse(Runs.of(List.of(row), List.of())).get(0).get("iops_median"))
                .isEqualTo("-5.0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "=", "\"", ",", "'", "\n"})
    void hasTheSameColumnsAndLinesWhateverTheNamesAre(String start) throws IOException {
        Run run = HostileRuns.ofEveryKind(start);
        String text = new CsvRows().render(VisibleText.of(run));
        assertThat(text.lines()).hasSize(run.rows().size() + 1);
        List<CSVRecord> records = parse(text);
        assertThat(records).hasSameSizeAs(run.rows()).allMatch(CSVRecord::isConsistent);
        String id = VisibleText.of(run.rows().get(1).id());
        assertThat(records.get(1).get("id")).isEqualTo(id.startsWith("=") ? "'" + id : id);
        assertThat(records.get(1).get("verdict")).isEqualTo("refuted");
    }

    private static List<CSVRecord> parse(Run run) throws IOException {
        return parse(new CsvRows().render(run));
    }

    private static List<CSVRecord> parse(String text) throws IOException {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (CSVParser parser = CSVParser.parse(text, format)) {
            return parser.getRecords();
        }
    }
}
