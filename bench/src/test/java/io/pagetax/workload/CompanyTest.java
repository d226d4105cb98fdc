package io.pagetax.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompanyTest {

    @ParameterizedTest
    @CsvSource({
        "none, NONE, 0, none",
        "direct, DIRECT, 1, direct:1",
        "buffered:3, BUFFERED, 3, buffered:3",
        "mmap:9999, MMAP, 9999, mmap:9999",
        "append, APPEND, 1, append",
        "truncate, TRUNCATE, 1, truncate",
        "punch, PUNCH, 1, punch"
    })
    void readsWhatItPrints(String word, Company.Kind kind, int jobs, String printed) {
        Company company = Company.parse(word);
        assertThat(company).isEqualTo(new Company(kind, jobs));
        assertThat(company).hasToString(printed);
        assertThat(Company.parse(printed)).isEqualTo(company);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "none:1", "append:2", "buffered:", "buffered:0", "buffered:-1", "buffered:10000", "Mmap", "x"
            })
    void namesWhatItWouldAccept(String word) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Company.parse(word))
                .withMessage(
                        "'" + word + "' is not one of: none, direct:N, buffered:N, mmap:N, append, truncate, punch");
    }

    @Test
    void hasAKindForEachPathThatCanReadBeside() {
        assertThat(Company.reading(AccessPath.MMAP, 2)).isEqualTo(new Company(Company.Kind.MMAP, 2));
        assertThat(Company.reading(AccessPath.DIRECT, 1)).isEqualTo(new Company(Company.Kind.DIRECT, 1));
    }
}
