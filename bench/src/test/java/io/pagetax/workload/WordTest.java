package io.pagetax.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordTest {

    @ParameterizedTest
    @CsvSource({"randread, true, false", "read, false, false", "randwrite, true, true", "write, false, true"})
    void namesOrderAndDirectionInFiosWords(String word, boolean random, boolean write) {
        Rw rw = Rw.parse(word);
        assertThat(rw.isRandom()).isEqualTo(random);
        assertThat(rw.isWrite()).isEqualTo(write);
    }

    @ParameterizedTest
    @CsvSource({"direct, true, false", "buffered, true, true", "dontcache, false, false", "mmap, false, true"})
    void namesPathsAndWhatTheyDo(String word, boolean writes, boolean populates) {
        AccessPath path = AccessPath.parse(word);
        assertThat(path.writes()).isEqualTo(writes);
        assertThat(path.populatesCache()).isEqualTo(populates);
    }

    @ParameterizedTest
    @CsvSource({
        "psync, true, false",
        "pvsync2, true, false",
        "mmap, false, false",
        "io_uring, true, true",
        "filechannel, false, false",
        "mappedbytebuffer, false, false"
    })
    void namesEnginesInFiosWordsAndJavasAndWhatTheyDo(String word, boolean usesBinding, boolean queues) {
        Ioengine engine = Ioengine.parse(word);
        assertThat(engine.usesBinding()).isEqualTo(usesBinding);
        assertThat(engine.queues()).isEqualTo(queues);
        assertThat(engine).hasToString(word);
    }

    @ParameterizedTest
    @EnumSource(Rw.class)
    void readsBackTheWordOfEveryOrder(Rw rw) {
        assertThat(Rw.parse(rw.word())).isSameAs(rw);
        assertThat(rw).hasToString(rw.word());
    }

    @ParameterizedTest
    @EnumSource(AccessPath.class)
    void readsBackTheWordOfEveryPath(AccessPath path) {
        assertThat(AccessPath.parse(path.word())).isSameAs(path);
        assertThat(path).hasToString(path.word());
        assertThat(path.help()).isNotBlank().doesNotContain("\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "RANDREAD", "randread ", "trim"})
    void refusesOtherOrdersAndNamesAllItTakes(String word) {
        assertThatThrownBy(() -> Rw.parse(word))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'" + word + "' is not one of: randread, read, randwrite, write");
    }

    @Test
    void refusesOtherPathsAndNamesAllItTakes() {
        assertThatThrownBy(() -> AccessPath.parse("o_direct"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'o_direct' is not one of: direct, buffered, dontcache, mmap, hybrid-cachestat,"
                        + " hybrid-nowait");
    }
}
