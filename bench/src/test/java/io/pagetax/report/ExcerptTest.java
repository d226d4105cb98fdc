package io.pagetax.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExcerptTest {

    @Test
    void leavesShortTextsAsTheyAre() {
        assertThat(Excerpt.of("6.18.0", "6.19.0")).isEqualTo(new Excerpt("6.18.0", "6.19.0"));
        assertThat(Excerpt.of(null, "on")).isEqualTo(new Excerpt("n/a", "on"));
    }

    @Test
    void cutsLongOnesToWhereTheyDiffer() {
        String same = "x".repeat(60);
        assertThat(Excerpt.of(same + "one", same + "two"))
                .isEqualTo(new Excerpt("…" + "x".repeat(16) + "one", "…" + "x".repeat(16) + "two"));
        assertThat(Excerpt.of("one" + same, "two")).isEqualTo(new Excerpt("one" + "x".repeat(45) + "…", "two"));
        assertThat(Excerpt.of(same + "one", "n/a").other()).isEqualTo("n/a");
    }

    /** One that ends where the other goes on. */
    @Test
    void showsTheEndOfTheShorterOne() {
        String same = "x".repeat(60);
        assertThat(Excerpt.of(same, same + "more"))
                .isEqualTo(new Excerpt("…" + "x".repeat(16), "…" + "x".repeat(16) + "more"));
    }
}
