package io.pagetax.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.pagetax.Golden;
import io.pagetax.Locales;
import io.pagetax.result.Diagnosis;
import io.pagetax.result.Finding;
import io.pagetax.result.Finding.Level;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DiagnosisTextTest {

    private static final Diagnosis MIXED = Diagnosis.of(List.of(
            Finding.ok("clock source", null, "tsc"),
            new Finding("governor", null, Level.WARN, "powersave", "echo performance"),
            new Finding("medium", "disk", Level.BAD, "tmpfs > memory", "--target a folder on a disk")));

    @ParameterizedTest
    @MethodSource("io.pagetax.Locales#all")
    void isTheSameInEveryLocale(Locale locale) throws Exception {
        String text = Locales.in(locale, () -> DiagnosisText.render(MIXED, (level, word) -> word));
        Golden.assertSame(text, "diagnosis.txt");
    }

    @Test
    void coloursNothingButTheLevels() {
        String plain = DiagnosisText.render(MIXED, (level, word) -> word);
        String painted = DiagnosisText.render(MIXED, (level, word) -> "<" + level + ">" + word + "</>");
        assertThat(painted).contains("<BAD>bad </>", "<WARN>warn</>", "<OK>ok  </>");
        assertThat(painted.replaceAll("<[A-Z/]+>", "")).isEqualTo(plain);
    }

    @Test
    void sumsUpInOneLine() {
        assertThat(sum(List.of())).isEqualTo("Fit to measure on.");
        assertThat(sum(MIXED.findings().subList(0, 2))).isEqualTo("Fit to measure on, 1 warning.");
        assertThat(sum(MIXED.findings())).isEqualTo("Not fit to measure on: 1 bad, 1 warning.");
    }

    private static String sum(List<Finding> findings) {
        return DiagnosisText.render(Diagnosis.of(findings), (level, word) -> word)
                .lines()
                .reduce((first, last) -> last)
                .orElse("");
    }
}
