package io.pagetax.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkdownTest {

    @Test
    void escapesWhatWouldBeMarkdownOrHtml() {
        assertThat(Markdown.cell("\\|<>&`*_[]~#")).isEqualTo("\\\\\\|\\<\\>\\&\\`\\*\\_\\[\\]\\~\\#");
    }

    @Test
    void keepsACellOnItsLine() {
        assertThat(Markdown.cell("a\nb\r\nc\u2028d")).isEqualTo("a b c d");
    }

    @Test
    void leavesPlainTextAlone() {
        assertThat(Markdown.cell("81.3 µs (95 % of 1.2-3)")).isEqualTo("81.3 µs (95 % of 1.2-3)");
    }
}
