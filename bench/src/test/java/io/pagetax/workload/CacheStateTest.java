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
        CacheState state = CacheState.mixed(percent);
        assertThat(CacheState.parse(state.toString())).isEqualTo(state);
    }

    @Test
    void printsAShareAfterTheWordMixed() {
        assertThat(CacheState.mixed(50))
                .hasToString("mixed:50")
                .matches(state -> !state.isCached() && !state.isUncached());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 50, 99})
    void readsBackSharesOfDirtyPages(int percent) {
        CacheState state = CacheState.parse("dirty:" + percent);
        assertThat(state).isEqualTo(CacheState.dirty(percent)).hasToString("dirty:" + percent);
        assertThat(state.isDirty()).isTrue();
        assertThat(state).isNotEqualTo(CacheState.mixed(percent));
    }

    @Test
    void takesAStrayPageForAStateOfItsOwn() {
        CacheState stray = CacheState.parse("stray");
        assertThat(stray).isEqualTo(CacheState.STRAY).hasToString("stray").matches(CacheState::isStray);
        assertThat(stray).matches(state -> !state.isUncached() && !state.isCached() && !state.isDirty());
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
                .hasMessageContaining("uncached, stray, mixed:1 to mixed:99, dirty:1 to dirty:99, cached");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 101})
    void refusesPercentagesOutOfRange(int percent) {
        assertThatThrownBy(() -> CacheState.mixed(percent)).hasMessageContaining("residentPercent=" + percent);
    }

    @ParameterizedTest
    @CsvSource({"0, 1000, 0", "100, 1001, 1001", "50, 1000, 500", "10, 62, 6", "1, 99, 0", "99, 100, 99"})
    void leavesItsShareOfWholeUnitsResident(int percent, long units, long resident) {
        assertThat(CacheState.mixed(percent).residentUnits(units)).isEqualTo(resident);
    }
}
