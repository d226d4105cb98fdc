package io.pagetax.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.pagetax.Golden;
import io.pagetax.Locales;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DiffMarkdownTest {

    @ParameterizedTest
    @MethodSource("io.pagetax.Locales#all")
    void looksTheSameInEveryLocale(Locale locale) throws Exception {
        Golden.assertSame(Locales.in(locale, () -> DiffMarkdown.render(DiffReports.ofEveryKind())), "diff.md");
    }

    @Test
    void hasNoMarkupOfTheRuns() {
        assertThat(DiffMarkdown.render(DiffReports.ofEveryKind()))
                .startsWith("**pagetax:** 1 of 3 cells is significantly worse: ")
                .doesNotContain("<script", "<b>", "6.19.0|rc1")
                .contains("6.19.0\\|rc1", "\\`gone\\`");
    }

    @Test
    void hasNoListWithoutRemarks() {
        assertThat(DiffMarkdown.render(DiffReports.ofTheSame()))
                .contains("Parameters and environment are the same.")
                .doesNotContain("\n- ");
    }
}
