package io.pagetax.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The manual names every number, every source and every rule that there is. */
class EvidencePageTest {

    private String page;

    @BeforeEach
    void read() throws IOException {
        page = Files.readString(Path.of("docs", "evidence.md"), StandardCharsets.UTF_8);
    }

    @Test
    void namesEveryNumberAndSource() {
        assertThat(Stream.of(Quantity.values()).map(quantity -> "`" + quantity.key() + "`"))
                .allSatisfy(key -> assertThat(page).contains(key));
        assertThat(Stream.of(Source.values()).map(source -> "| `" + source.word() + "` |"))
                .allSatisfy(word -> assertThat(page).contains(word));
    }

    @Test
    void hasALineForEveryRule() {
        List<String> rules = Judge.ruleNames();
        assertThat(rules).hasSizeGreaterThan(18).doesNotHaveDuplicates();
        assertThat(rules).allSatisfy(rule -> assertThat(page).contains("| " + rule + " |"));
    }
}
