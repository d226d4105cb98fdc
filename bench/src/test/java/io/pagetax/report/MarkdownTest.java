package io.pagetax.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkdownTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "plain-id,1.5% plain-id,1.5%",
                "a|b a\\|b",
                "a\\b a\\\\b",
                "a\\|b a\\\\\\|b",
                "`code` \\`code\\`",
                "**bold**_it_ \\*\\*bold\\*\\*\\_it\\_",
                "[a](b) \\[a\\](b)",
                "~~gone~~#1 \\~\\~gone\\~\\~\\#1",
                "<script>&amp; &lt;script&gt;&amp;amp;"
            })
    void showsTextAsItIs(String text, String markdown) {
        assertThat(Markdown.cell(text)).isEqualTo(markdown);
    }

    @Test
    void staysInOneLine() {
        assertThat(Markdown.cell("a\nb\r\nc\rd\u2028e\u0085f")).isEqualTo("a b c d e f");
    }
}
