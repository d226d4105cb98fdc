package io.pagetax.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pagetax.Locales;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteSizeTest {

    static LongStream sizes() {
        SplittableRandom random = new SplittableRandom(3);
        LongStream drawn = LongStream.generate(() -> random.nextLong(1L << random.nextInt(1, 50)))
                .limit(100);
        LongStream chosen = LongStream.of(0, 1, 1000, 1023, 1024, 1025, 1536, 1 << 20, 3L << 30, 1L << 40, 5L << 50);
        return LongStream.concat(chosen, drawn.flatMap(size -> LongStream.of(size, size << 10)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"4k", "4K", "4kb", "4KB", "4kib", "4KiB", "4ki", "4Ki", "4096", "4096b", "4096B"})
    void readsEverySpellingAsBinary(String text) {
        assertThat(ByteSize.parse(text)).isEqualTo(4096);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "512, 512",
        "1k, 1024",
        "256m, 268435456",
        "1g, 1073741824",
        "2t, 2199023255552",
        "0k, 0",
        "007k, 7168"
    })
    void multipliesByThePrefix(String text, long bytes) {
        assertThat(ByteSize.parse(text)).isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "k", "4x", "4 k", " 4k", "4k ", "-4k", "+4k", "1.5g", "4kk", "4ib", "4bk", "0x10", "4p", "٤k"
            })
    void refusesWhatIsNoSizeAndShowsExamples(String text) {
        assertThatThrownBy(() -> ByteSize.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + text + "'")
                .hasMessageContaining("4k");
    }

    @ParameterizedTest
    @ValueSource(strings = {"8388608t", "999999999999999999k", "9007199254740992k"})
    void refusesMoreThanALongHolds(String text) {
        assertThatThrownBy(() -> ByteSize.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("8 EiB");
    }

    @Test
    void readsTheLargestSizeThatALongHolds() {
        assertThat(ByteSize.parse("8388607t")).isEqualTo(8388607L << 40);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1000, 1000", "1024, 1k", "1536, 1536", "4096, 4k", "268435456, 256m", "1073741824, 1g"})
    void printsTheShortestExactForm(long bytes, String text) {
        assertThat(ByteSize.format(bytes)).isEqualTo(text);
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void readsBackWhatItPrints(long bytes) {
        assertThat(ByteSize.parse(ByteSize.format(bytes))).isEqualTo(bytes);
    }

    @Test
    void readsPrefixesInATurkishLocale() throws Exception {
        assertThat(Locales.in(Locale.forLanguageTag("tr"), () -> ByteSize.parse("4KIB")))
                .isEqualTo(4096);
    }
}
