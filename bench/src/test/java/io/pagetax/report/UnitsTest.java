package io.pagetax.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.pagetax.Locales;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnitsTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0 ns",
        "431, 431 ns",
        "999, 999 ns",
        "1000, 1.00 µs",
        "1234, 1.23 µs",
        "81300, 81.3 µs",
        "999900, 999.9 µs",
        "1000000, 1.00 ms",
        "12000000, 12.0 ms",
        "1200000000, 1.20 s",
        "3600000000000, 3600.0 s"
    })
    void giveTimesInTheUnitThatFits(double nanos, String text) {
        assertThat(Units.nanos(nanos)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "812, 812", "9999, 9999", "10000, 10.0k", "12345, 12.3k", "1210000, 1.21M", "999949, 999.9k"})
    void giveRatesInDecimalThousands(double perSecond, String text) {
        assertThat(Units.rate(perSecond)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0 B",
        "512, 512 B",
        "4096, 4 KiB",
        "1536, 1.5 KiB",
        "268435456, 256 MiB",
        "25276063744, 23.5 GiB",
        "9223372036854775807, 8 EiB"
    })
    void giveSizesInBinaryUnits(long bytes, String text) {
        assertThat(Units.bytes(bytes)).isEqualTo(text);
    }

    /** Just below a power of ten, where rounding leads to one digit more. */
    @ParameterizedTest
    @ValueSource(
            doubles = {99.96, 999.6, 9_999, 9_996, 99_960, 999_960, 9_999_900, 99_996_000, 999_960_000, 9_996_000_000.0
            })
    void useFourDigitsAtMostWhereRoundingLeadsIntoTheNextUnit(double value) {
        assertThat(Units.nanos(value).replaceAll("\\D", "")).hasSizeBetween(1, 4);
        assertThat(Units.rate(value / 100).replaceAll("\\D", "")).hasSizeBetween(1, 4);
    }

    @Test
    void sayWhereThereIsNoNumber() {
        assertThat(Units.nanos(null)).isEqualTo("n/a");
        assertThat(Units.rate(null)).isEqualTo("n/a");
        assertThat(Units.count(null)).isEqualTo("n/a");
    }

    @ParameterizedTest
    @MethodSource("io.pagetax.Locales#all")
    void areTheSameInEveryLocale(Locale locale) throws Exception {
        assertThat(Locales.in(locale, () -> Units.nanos(1234) + Units.rate(12_345) + Units.count(1_234_567L)))
                .isEqualTo("1.23 µs12.3k1234567");
    }
}
