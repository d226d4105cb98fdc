package io.pagetax.probe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SightTest {

    @ParameterizedTest
    @CsvSource({"0, 100, yes, good", "100, 100, no, bad", "3, 100, window:3 of 100, bad"})
    void saysHowOftenSomethingOldWasSeen(long stale, long tries, String answer, String meaning) {
        Answer told = new Sight(stale, tries).answer("good", "bad", "by looking");
        assertThat(told.answer()).isEqualTo(answer);
        assertThat(told.meaning()).isEqualTo(meaning);
        assertThat(told.detail()).isEqualTo(stale + " of " + tries + " times something older was seen; by looking");
    }
}
