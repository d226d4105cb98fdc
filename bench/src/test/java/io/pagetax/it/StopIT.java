package io.pagetax.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.pagetax.result.Row;
import io.pagetax.result.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StopIT {

    private static final long DEADLINE_MS = 60_000;

    @TempDir
    Path folder;

    private Process start(String size) throws IOException {
        Files.createDirectory(folder.resolve("target"));
        return Commands.start(
                folder,
                Commands.pagetax(
                        "run",
                        "--target",
                        "t=target",
                        "--out",
                        "out",
                        "--size",
                        size,
                        "--path",
                        "direct,buffered",
                        "--warmup",
                        "100ms",
                        "--runtime",
                        "500ms",
                        "--rounds",
                        "50"));
    }

    private void awaitLines(Path journal, int lines) throws IOException, InterruptedException {
        long deadline = System.currentTimeMillis() + DEADLINE_MS;
        while (!Files.exists(journal) || Files.readAllLines(journal).size() < lines) {
            assertThat(System.currentTimeMillis()).isLessThan(deadline);
            Thread.sleep(50);
        }
    }

    private void signal(Process process, String name) throws IOException {
        Commands.system(
                Files.createDirectories(folder.resolve("kill")), "kill", "-" + name, Long.toString(process.pid()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"INT", "TERM"})
    void signalInTheMiddleKeepsFinishedSamplesAndRemovesTheDataFile(String name) throws Exception {
        Process process = start("16m");
        awaitLines(folder.resolve("out/rows.jsonl"), 3);
        List<ProcessHandle> forks = process.descendants().toList();

        signal(process, name);
        Commands.Outcome outcome = Commands.await(process, folder);

        assertThat(outcome.exit()).isEqualTo(130);
        Run run = RunRecords.read(folder.resolve("out"));
        assertThat(run.status()).isEqualTo("partial");
        int samples = run.rows().stream().mapToInt(Row::samples).sum();
        assertThat(samples).isBetween(3, 20);
        assertThat(Files.readAllLines(folder.resolve("out/rows.jsonl"))).hasSize(samples);
        assertThat(RunRecords.names(folder.resolve("out"))).contains("report.html", "latency.hlog", "jmh.json");
        assertThat(RunRecords.names(folder.resolve("target"))).isEmpty();
        assertThat(forks).noneMatch(ProcessHandle::isAlive);
        assertThat(outcome.out()).contains("Stopped before the end");
    }

    @Test
    void secondSignalEndsAtOnceAndStillRemovesTheDataFile() throws Exception {
        Process process = start("16m");
        awaitLines(folder.resolve("out/rows.jsonl"), 1);

        signal(process, "INT");
        signal(process, "INT");
        Commands.Outcome outcome = Commands.await(process, folder);

        assertThat(outcome.exit()).isEqualTo(130);
        assertThat(RunRecords.names(folder.resolve("target"))).isEmpty();
    }

    @Test
    void signalDuringTheLayoutRemovesTheUnfinishedFile() throws Exception {
        Process process = start("4g");
        long deadline = System.currentTimeMillis() + DEADLINE_MS;
        while (RunRecords.names(folder.resolve("target")).isEmpty()) {
            assertThat(System.currentTimeMillis()).isLessThan(deadline);
            Thread.sleep(20);
        }

        signal(process, "INT");
        Commands.Outcome outcome = Commands.await(process, folder);

        assertThat(outcome.exit()).isEqualTo(130);
        assertThat(RunRecords.names(folder.resolve("target"))).isEmpty();
        assertThat(outcome.err()).contains("stopped before anything was measured");
    }

    @Test
    void killedRunIsNamedByTheNext() throws Exception {
        Process process = start("16m");
        awaitLines(folder.resolve("out/rows.jsonl"), 1);
        List<ProcessHandle> forks = process.descendants().toList();
        process.destroyForcibly().waitFor();
        forks.forEach(ProcessHandle::destroyForcibly);
        String left = RunRecords.names(folder.resolve("target")).get(0);

        Commands.Outcome next = Commands.run(
                folder,
                Commands.pagetax(
                        "run",
                        "--target",
                        "t=target",
                        "--out",
                        "out2",
                        "--size",
                        "1m",
                        "--path",
                        "buffered",
                        "--rounds",
                        "1",
                        "--runtime",
                        "50ms",
                        "--warmup",
                        "0s"));

        assertThat(next.err()).contains("left behind", left);
        assertThat(RunRecords.names(folder.resolve("target"))).containsExactly(left);
    }
}
