package io.pagetax.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FaultTest {

    @ParameterizedTest
    @EnumSource
    void isFoundByItsWord(Fault fault) {
        assertThat(Fault.parse(fault.word())).isEqualTo(fault);
    }

    @ParameterizedTest
    @CsvSource({"eio, EIO", "enospc, ENOSPC", "erofs, EROFS", "edquot, EDQUOT", "slow, SLOW"})
    void isNamedAsWhatItGives(String word, Fault fault) {
        assertThat(fault.word()).isEqualTo(word);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "EIO", "eio ", "io", "fast"})
    void isNoOtherWord(String word) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Fault.parse(word))
                .withMessage("'" + word + "' is not one of: eio, enospc, erofs, edquot, slow");
    }
}
