package io.pagetax.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class LineFilterTest {

    @Test
    void changesWholeLinesHoweverTheyAreWritten() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PrintStream log = new PrintStream(
                new LineFilter(out, line -> line.replace("/home/é", "path")), true, StandardCharsets.UTF_8)) {
            log.print("in /ho");
            log.print("me/é\nnext /home/é");
        }
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("in path\nnext path");
    }
}
