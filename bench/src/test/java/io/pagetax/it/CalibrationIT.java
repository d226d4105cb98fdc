package io.pagetax.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run says of its own harness. */
class CalibrationIT {

    @TempDir
    Path folder;

    @Test
    void harnessIsSpokenOfInOneLineBelowTheTable() throws Exception {
        Files.createDirectory(folder.resolve("target"));
        String line = "run --target t=target --out out --size 1m --path buffered --rounds 1 --runtime 50ms --warmup 0s";
        Commands.Outcome outcome = Commands.run(folder, Commands.pagetax(line.split(" ", -1)));
        assertThat(outcome.out().lines().filter(text -> text.startsWith("harness: ")))
                .singleElement()
                .asString()
                .containsSubsequence(" ns an operation", "10.0 µs", "200.0 µs", "clock ", " a call", "step ");
        assertThat(outcome.out()).containsSubsequence("verdict", "harness: ", "report.html");
    }
}
