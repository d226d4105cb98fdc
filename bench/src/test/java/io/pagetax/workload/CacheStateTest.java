package io.pagetax.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CacheStateTest {

    static IntStream percentages() {
        return IntStream.rangeClosed(0, 100);
    }

    @Test
    void knowsTheTwoPureStatesByName() {
        assertThat(CacheState.parse("uncached")).isEqualTo(CacheState.UNCACHED).matches(CacheState::isUncached);
        assertThat(CacheState.parse("cached")).isEqualTo(CacheState.CACHED).matches(CacheState::isCached);
    }

    @ParameterizedTest
    @MethodSource("percentages")
    void readsBackWhatItPrints(int percent) {
        CacheState state = new CacheState(percent);
        assertThat(CacheState.parse(state.toString())).isEqualTo(state);
    }

    @Test
    void printsAShareAfterTheWordMixed() {
        assertThat(new CacheState(50))
                .hasToString("mixed:50")
                .matches(state -> !state.isCached() && !state.isUncached());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "mixed",
                "mixed:",
                "mixed:0",
                "mixed:05",
                "mixed:100",
                "mixed:-1",
                "mixed:5 ",
                "Cached",
                "hot"
            })
    void refusesOtherWordsAndNamesThoseItTakes(String word) {
        assertThatThrownBy(() -> CacheState.parse(word))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + word + "'")
                .hasMessageContaining("uncached, mixed:1 to mixed:99, cached");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 101})
    void refusesPercentagesOutOfRange(int percent) {
        assertThatThrownBy(() -> new CacheState(percent)).hasMessageContaining("residentPercent=" + percent);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1000, 1, 0",
        "100, 1000, 1, 1000",
        "100, 1001, 4, 1001",
        "50, 1000, 1, 500",
        "50, 1000, 4, 500",
        "10, 1000, 16, 96",
        "1, 99, 1, 0",
        "99, 100, 1, 99"
    })
    void leavesItsShareOfWholeUnitsResident(int percent, long pages, long unitPages, long resident) {
        assertThat(new CacheState(percent).residentPages(pages, unitPages)).isEqualTo(resident);
    }
}
