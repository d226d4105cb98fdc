package io.pagetax.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.pagetax.Golden;
import io.pagetax.Locales;
import io.pagetax.result.Environments;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EnvironmentTextTest {

    @ParameterizedTest
    @MethodSource("io.pagetax.Locales#all")
    void isTheSameInEveryLocale(Locale locale) throws Exception {
        String text = Locales.in(locale, () -> EnvironmentText.render(Environments.some()));
        Golden.assertSame(text, "environment.txt");
    }

    @Test
    void saysWhyAFactIsMissing() {
        assertThat(EnvironmentText.render(Environments.some()))
                .containsPattern("container +n/a \\(no sign of a container\\)")
                .containsPattern("control group: memory +n/a \\(unlimited\\)")
                .doesNotContain("null");
    }

    @Test
    void linesUpItsValues() {
        assertThat(EnvironmentText.render(Environments.some())
                        .lines()
                        .filter(line -> line.startsWith("  kernel   ") || line.startsWith("  swap  "))
                        .map(line -> line.indexOf(line.strip().split(" {2,}", 2)[1])))
                .hasSize(2)
                .containsOnly(EnvironmentText.render(Environments.some())
                        .lines()
                        .filter(line -> line.contains("6.18.0"))
                        .findFirst()
                        .orElseThrow()
                        .indexOf("6.18.0"));
    }
}
