package io.pagetax.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.WebElement;

/** A run of a thousand rows with three hundred intervals each, on a small heap. */
class LargeReportIT {

    private static final int ROWS = 1000;
    private static final int INTERVALS = 300;
    private static final Duration LONGEST_RENDERING = Duration.ofSeconds(10);
    private static final int ATTEMPTS = 3;

    @TempDir
    Path folder;

    @Test
    void isRenderedInTenSecondsAndOpensInThree(TestReporter reporter) throws Exception {
        Requirements.longRun();
        LargeRun.write(folder, Path.of("..", "results", "quick-xfs-zram"), ROWS, INTERVALS);
        List<String> command = Commands.pagetax("report", folder.toString());
        command.add(1, "-Xmx512m");
        Duration rendering = shortest(command);
        Path page = folder.resolve("report.html");

        try (Browser browser = Browser.start(folder)) {
            browser.look(1600, 900, false);
            Duration opening = browser.open(page, "");
            reporter.publishEntry(Map.of(
                    "log, MiB", String.valueOf(Files.size(folder.resolve("latency.hlog")) >> 20),
                    "rendered in, ms", String.valueOf(rendering.toMillis()),
                    "page, KiB", String.valueOf(Files.size(page) >> 10),
                    "opened in, ms", String.valueOf(opening.toMillis())));
            assertThat(browser.findAll("#rows tbody tr")).hasSize(ROWS);
            browser.find("[data-filters=rows]").sendKeys("mmap");
            assertThat(browser.find(".tools [role=status]").getText()).endsWith(" of 1000");
            WebElement figure = browser.find("#fig-percentiles");
            browser.script("arguments[0].scrollIntoView()", figure);
            browser.await("return arguments[0].querySelector('svg path') !== null", figure);
            assertThat(browser.complaints()).isEmpty();
            assertThat(rendering).isLessThan(LONGEST_RENDERING);
            assertThat(opening).isLessThan(Duration.ofSeconds(3));
        }
    }

    /** Of up to three times: on a shared machine another may take a processor meanwhile. */
    private Duration shortest(List<String> command) throws IOException {
        Duration shortest = LONGEST_RENDERING;
        for (int attempt = 0; attempt < ATTEMPTS && shortest.compareTo(LONGEST_RENDERING) >= 0; attempt++) {
            long start = System.nanoTime();
            Commands.Outcome outcome = Commands.run(folder, command);
            Duration taken = Duration.ofNanos(System.nanoTime() - start);
            assertThat(outcome.exit()).as(outcome.err()).isZero();
            shortest = attempt == 0 || taken.compareTo(shortest) < 0 ? taken : shortest;
        }
        return shortest;
    }
}
