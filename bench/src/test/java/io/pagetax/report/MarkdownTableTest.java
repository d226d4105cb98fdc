package io.pagetax.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.pagetax.Golden;
import io.pagetax.Locales;
import io.pagetax.result.HostileRuns;
import io.pagetax.result.Runs;
import io.pagetax.result.VisibleText;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MarkdownTableTest {

    private static final Pattern CELL_END = Pattern.compile("(?<!\\\\)(?:\\\\\\\\)*\\|");

    private static final Pattern TAG = Pattern.compile("(?<!\\\\)<");

    @ParameterizedTest
    @MethodSource("io.pagetax.Locales#all")
    void looksTheSameInEveryLocale(Locale locale) throws Exception {
        Golden.assertSame(Locales.in(locale, () -> MarkdownTable.render(Runs.ofEveryKind())), "rows.md");
    }

    @Test
    void strikesOutTheNumbersOfARefutedRowAndSaysWhyBelow() {
        List<String> lines = MarkdownTable.render(Runs.ofEveryKind()).lines().toList();
        assertThat(lines.get(2)).doesNotContain("~~");
        assertThat(lines.get(3))
                .startsWith("| ~~disk-randread-4k-buffered-uncached~~ | ~~")
                .endsWith("~~ | refuted |");
        assertThat(lines.get(4)).doesNotContain("~~").endsWith("| unsupported |");
        assertThat(lines.get(6)).isEqualTo("- disk-randread-4k-buffered-uncached: 17 pages resident, 0 expected");
    }

    @Test
    void isATableAloneIfNothingIsToBeSaid() {
        assertThat(MarkdownTable.render(Runs.of(List.of(), List.of())).lines()).hasSize(2);
    }

    @Test
    void isTheSameTableWhateverTheNamesAre() {
        List<String> plain = MarkdownTable.render(Runs.ofEveryKind()).lines().toList();
        List<String> hostile = MarkdownTable.render(VisibleText.of(HostileRuns.ofEveryKind("|")))
                .lines()
                .toList();
        assertThat(hostile).hasSameSizeAs(plain);
        for (int line = 0; line < plain.size(); line++) {
            assertThat(cells(hostile.get(line))).as(hostile.get(line)).isEqualTo(cells(plain.get(line)));
        }
        assertThat(hostile).noneMatch(line -> TAG.matcher(line).find());
    }

    private static long cells(String line) {
        return CELL_END.matcher(line).results().count();
    }
}
