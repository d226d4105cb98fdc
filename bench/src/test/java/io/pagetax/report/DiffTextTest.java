package io.pagetax.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.pagetax.Golden;
import io.pagetax.Locales;
import io.pagetax.result.Records;
import io.pagetax.result.RunDiff;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DiffTextTest {

    @ParameterizedTest
    @MethodSource("io.pagetax.Locales#all")
    void looksTheSameInEveryLocale(Locale locale) throws Exception {
        Golden.assertSame(Locales.in(locale, () -> DiffText.render(DiffReports.ofEveryKind())), "diff.txt");
    }

    @Test
    void saysThatNothingDiffers() {
        assertThat(DiffText.render(DiffReports.ofTheSame()))
                .contains("Parameters and environment are the same.\n", "\nNone of 1 cell shows a change");
    }

    @Test
    void namesTheFirstOfManyThatAreInOneRunOnly() {
        RunDiff diff = DiffReports.ofTheSame();
        RunDiff lone = Records.with(diff, Map.of("onlyInA", List.of("x", "y"), "onlyInB", Collections.nCopies(7, "z")));
        assertThat(DiffText.render(lone)).contains("only in A: x, y\n", "only in B: z, z, z, z, z, and 2 more\n");
    }
}
