package io.pagetax.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.pagetax.result.DataFileFacts;
import io.pagetax.result.EnvironmentChange;
import io.pagetax.result.Run;
import io.pagetax.result.TargetFacts;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run records of where it took place. */
class EnvironmentOfRunIT {

    @TempDir
    Path folder;

    private List<String> run(String... more) {
        String[] fixed = {
            "run", "--size", "16m", "--path", "direct", "--runtime", "300ms", "--warmup", "50ms", "--rounds", "3"
        };
        String[] all = Arrays.copyOf(fixed, fixed.length + more.length);
        System.arraycopy(more, 0, all, fixed.length, more.length);
        return Commands.pagetax(all);
    }

    /** With a name of its own that no word of any file is like. */
    private static List<String> onHost(String name, List<String> command) {
        Requirements.root();
        Requirements.program("unshare");
        List<String> all = new ArrayList<>(List.of(
                "unshare", "--uts", "sh", "-c", "echo " + name + " > /proc/sys/kernel/hostname; exec \"$@\"", "sh"));
        all.addAll(command);
        return all;
    }

    @BeforeAll
    static void minutes() {
        Requirements.longRun();
    }

    @Test
    void namesItsDirectoryAfterTheHost() throws Exception {
        Files.createDirectory(folder.resolve("target"));

        Commands.Outcome outcome = Commands.run(folder, onHost("alicebox", run("--target", "t=target")));

        assertThat(outcome.exit()).as(outcome.err()).isZero();
        assertThat(RunRecords.names(folder.resolve("results")))
                .singleElement(InstanceOfAssertFactories.STRING)
                .matches("alicebox-\\d{8}T\\d{6}Z");
    }

    @Test
    void looksAtTheDataFileThatIsMeasured() throws Exception {
        Files.createDirectory(folder.resolve("target"));

        Commands.Outcome outcome = Commands.run(folder, run("--target", "t=target", "--out", "out"));

        assertThat(outcome.exit()).as(outcome.err()).isZero();
        Run run = RunRecords.read(folder.resolve("out"));
        DataFileFacts file =
                Objects.requireNonNull(run.environment().targets().get(0).dataFile());
        assertThat(file.sizeBytes()).isEqualTo(16 << 20);
        assertThat(file.unwrittenBytes()).isZero();
        assertThat(run.environment().jvm().forkFlags()).contains("-XX:+UseSerialGC");
        assertThat(run.environmentChanges())
                .allSatisfy(change -> assertThat(run.warnings()).anyMatch(text -> text.startsWith(change.what())));
    }

    @Test
    void tellsWhatChangedMeanwhileAndWarnsOfIt() throws Exception {
        try (LoopFileSystem loop = LoopFileSystem.make(folder, "ext4", "256m")) {
            Process process = Commands.start(folder, run("--target", "t=" + loop.path(), "--out", "out"));
            Path journal = folder.resolve("out/rows.jsonl");
            while (process.isAlive() && (!Files.exists(journal) || Files.size(journal) == 0)) {
                Thread.sleep(20);
            }
            Commands.system(
                    Files.createDirectory(folder.resolve("mount")),
                    "mount",
                    "-o",
                    "remount,noatime",
                    loop.path().toString());

            Commands.Outcome outcome = Commands.await(process, folder);

            assertThat(outcome.exit()).as(outcome.err()).isZero();
            Run run = RunRecords.read(folder.resolve("out"));
            EnvironmentChange change = run.environmentChanges().stream()
                    .filter(each -> each.what().equals("targets.t.mountOptions"))
                    .findFirst()
                    .orElseThrow();
            assertThat(change.before()).contains("relatime");
            assertThat(change.after()).contains("noatime");
            assertThat(run.environment().targets().get(0).mountOptions()).contains("relatime");
            assertThat(outcome.err()).contains("targets.t.mountOptions was rw,relatime");
        }
    }

    @Test
    void hidesHostAndPathsInEveryFileIfAskedTo() throws Exception {
        Path target = Files.createDirectories(folder.resolve("home of wanda/strongbox"));

        Commands.Outcome outcome = Commands.run(
                folder,
                onHost(
                        "wandabox",
                        run("--anonymise", "--target", target.toString(), "--out", "my run", "--path", "direct,mmap")));

        assertThat(outcome.exit()).as(outcome.err()).isZero();
        Path out = folder.resolve("my run");
        for (String name : RunRecords.names(out)) {
            assertThat(Files.readString(out.resolve(name), StandardCharsets.UTF_8))
                    .as(name)
                    .doesNotContain("wanda", "strongbox", "my run", folder.toString(), System.getProperty("java.home"));
        }
        assertThat(outcome.out())
                .contains("target1-randread-4k-direct-uncached", "out/report.html")
                .doesNotContain("wanda", "my run");
        Run run = RunRecords.read(out);
        assertThat(run.id()).matches("host-\\d{8}T\\d{6}Z");
        assertThat(run.command()).contains("--target", "target1", "--out", "out");
        TargetFacts facts = run.environment().targets().get(0);
        assertThat(facts.name()).isEqualTo("target1");
        assertThat(facts.path()).isEqualTo("target1");
    }

    @Test
    void hidesThemInWhatIsKeptOfAFailure() throws Exception {
        try (LoopFileSystem loop = LoopFileSystem.make(folder, "ext4", "64m")) {
            Path file = loop.path().resolve("secret");
            Files.write(file, new byte[16 << 20]);
            Process process = Commands.start(
                    folder, run("--anonymise", "--target", file.toString(), "--rw", "write", "--allow-overwrite"));
            Path results = folder.resolve("results");
            while (process.isAlive() && RunRecords.journalled(results) == 0) {
                Thread.sleep(20);
            }
            Commands.system(Files.createDirectory(folder.resolve("rm")), "rm", file.toString());

            Commands.Outcome outcome = Commands.await(process, folder);

            assertThat(outcome.exit()).as(outcome.err()).isEqualTo(3);
            Path out = results.resolve(RunRecords.names(results).get(0));
            assertThat(out.getFileName().toString()).startsWith("host-");
            assertThat(RunRecords.names(out)).contains("jmh.log");
            assertThat(Files.readString(out.resolve("rows.jsonl"))).contains("ENOENT");
            for (String name : RunRecords.names(out)) {
                assertThat(Files.readString(out.resolve(name), StandardCharsets.UTF_8))
                        .as(name)
                        .doesNotContain("secret", folder.toString());
            }
        }
    }
}
