package io.pagetax.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.pagetax.Golden;
import io.pagetax.Locales;
import io.pagetax.result.Runs;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TextTableTest {

    @ParameterizedTest
    @MethodSource("io.pagetax.Locales#all")
    void looksTheSameInEveryLocale(Locale locale) throws Exception {
        Golden.assertSame(Locales.in(locale, () -> TextTable.render(Runs.ofEveryKind())), "table.txt");
    }

    @Test
    void alignsItsColumnsAndTrailsNoSpaces() {
        List<String> lines =
                TextTable.render(Runs.ofEveryKind()).lines().limit(4).toList();
        int end = lines.get(0).indexOf("IOPS") + "IOPS".length();
        assertThat(lines.get(1).substring(0, end)).endsWith("  12.5k");
        assertThat(lines.get(3).substring(0, end)).endsWith("    n/a");
        assertThat(lines).allMatch(line -> line.equals(line.stripTrailing()));
        int verdict = lines.get(0).indexOf("verdict");
        assertThat(lines.get(1).substring(verdict)).isEqualTo("verified");
        assertThat(lines.get(2).substring(verdict)).isEqualTo("refuted");
        assertThat(lines.get(3).substring(verdict)).isEqualTo("unsupported");
    }

    @Test
    void saysBelowWhatIsWrongWithRowsThatAreNotTrusted() {
        List<String> remarks =
                TextTable.render(Runs.ofEveryKind()).lines().skip(4).toList();
        assertThat(remarks)
                .containsExactly(
                        "disk-randread-4k-buffered-uncached: 17 pages resident, 0 expected",
                        "disk-randread-4k-dontcache-uncached: unsupported here: preadv2(/srv/data): EOPNOTSUPP");
    }

    @Test
    void saysBelowWhatShareOfARowWereHits() {
        assertThat(TextTable.render(
                                Runs.of(List.of(Runs.told("t-hits-cachestat", true), Runs.told("u", false)), List.of()))
                        .lines()
                        .skip(3))
                .containsExactly(
                        "t-hits-cachestat: hit ratio 0.2500, p50 of hits 3.01 µs, of misses 79.9 µs",
                        "u: hit ratio 1.0000, p50 of hits 3.01 µs, of misses n/a");
    }

    @Test
    void isAHeadAloneWithoutRows() {
        assertThat(TextTable.render(Runs.of(List.of(), List.of())).lines()).hasSize(1);
    }
}
