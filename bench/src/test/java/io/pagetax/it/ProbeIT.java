package io.pagetax.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pagetax.DiskFolder;
import io.pagetax.result.Json;
import io.pagetax.result.ProbeMatrix;
import io.pagetax.result.ProbedTarget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** {@code pagetax probe} as users type it, on the file system of the build. */
@ExtendWith(DiskFolder.class)
class ProbeIT {

    private static final int QUESTIONS = 50;

    @TempDir(factory = DiskFolder.class)
    Path folder;

    private Path target;

    @BeforeEach
    void makeTarget() throws IOException {
        target = Files.createDirectory(folder.resolve("target"));
    }

    private static List<String> probe(String... arguments) {
        List<String> all = new ArrayList<>(List.of("probe"));
        all.addAll(List.of(arguments));
        return Commands.pagetax(all.toArray(String[]::new));
    }

    private Commands.Outcome run(String... arguments) throws Exception {
        return Commands.run(folder, probe(arguments));
    }

    @Test
    void answersEveryQuestionAndLeavesNothing() throws Exception {
        Commands.Outcome first = run("--json", "--target", "disk=" + target);

        assertThat(first.exit()).as(first.err() + first.out()).isZero();
        assertThat(target).isEmptyDirectory();
        JsonNode disk = new ObjectMapper().readTree(first.out()).at("/targets/0");
        assertThat(disk.path("name").asText()).isEqualTo("disk");
        assertThat(disk.path("kernel").asText()).isEqualTo(System.getProperty("os.version"));
        assertThat(disk.path("filesystem").asText()).isNotEmpty();
        assertThat(disk.path("probes")).hasSize(QUESTIONS).allSatisfy(answered -> {
            assertThat(answered.path("answer").asText()).isNotEmpty().isNotIn("failed", "crashes", "hangs");
            assertThat(answered.path("detail").asText()).isNotEmpty();
        });

        Path expected = Files.writeString(
                folder.resolve("expected.json"),
                first.out().replaceFirst("(?s)(\"io-uring\".*?\"answer\" : \")[^\"]*", "$1refused:EPERM"));
        Commands.Outcome again = run("--expect", expected.toString(), "--target", "disk=" + target);
        assertThat(again.exit()).as(again.out()).isEqualTo(4);
        assertThat(again.out()).contains("disk: ", "dio-mem-align");
        assertThat(again.out().lines().filter(line -> line.contains(", expected ")))
                .singleElement(STRING)
                .startsWith("disk: io-uring is ")
                .endsWith(", expected refused:EPERM");
    }

    /** What is true of these file systems on every kernel that has the bindings' calls. */
    @Test
    void fileSystemsAreToldApartByWhatTheyDo() throws Exception {
        Requirements.root();
        Requirements.program("mkfs.xfs");
        Requirements.program("mkfs.btrfs");
        Path lab = folder.resolve("lab");
        List<String> up = Commands.pagetax(
                "lab",
                "up",
                "--dir",
                lab.toString(),
                "--fs",
                "ext4,xfs,btrfs-nodatacow,overlay-ext4,tmpfs",
                "--backing",
                "zram",
                "--size",
                "512m");
        Commands.Outcome made = Commands.run(folder, up);
        assertThat(made.exit()).as(made.err()).isZero();
        try {
            Commands.Outcome outcome = run("--json", "--lab=" + lab);

            assertThat(outcome.exit()).as(outcome.err() + outcome.out()).isZero();
            ProbeMatrix matrix = Json.readProbes(Files.writeString(folder.resolve("matrix.json"), outcome.out()));
            assertThat(matrix.targets()).allMatch(ProbedTarget::isComplete);
            assertAnswers(matrix, "direct-read-is-direct", "direct", "direct", "direct", "direct", "buffered");
            assertAnswers(matrix, "direct-write-is-direct", "direct", "direct", "direct", "direct", "buffered");
            assertAnswers(matrix, "direct-read-populates", "no", "no", "no", "no", "unasked");
            assertAnswers(matrix, "direct-read-sees-dirty", "yes", "yes", "yes", "yes", "yes");
            assertAnswers(matrix, "hole-read-direct", "zeros", "zeros", "zeros", "zeros", "zeros");
            assertAnswers(matrix, "fadvise-evicts-clean", "yes", "yes", "yes", "yes", "no");
            assertAnswers(
                    matrix,
                    "reflink",
                    "refused:EOPNOTSUPP",
                    "supported:\\d+",
                    "supported:\\d+",
                    "refused:EOPNOTSUPP",
                    "refused:EOPNOTSUPP");
            assertAnswers(
                    matrix,
                    "misaligned-offset-read",
                    "refused:EINVAL",
                    "refused:EINVAL",
                    "buffered",
                    "refused:EINVAL",
                    "buffered");
            String completes = "completes:\\d+";
            assertAnswers(matrix, "self-mapped-read", completes, completes, completes, completes, completes);
        } finally {
            Commands.Outcome down = Commands.run(folder, Commands.pagetax("lab", "down", "--dir", lab.toString()));
            assertThat(down.exit()).as(down.err()).isZero();
        }
    }

    private static void assertAnswers(ProbeMatrix matrix, String id, String... patterns) {
        List<String> answers = matrix.targets().stream()
                .map(target -> target.probe(id).orElseThrow().answer())
                .toList();
        assertThat(answers).as(id).hasSameSizeAs(patterns);
        for (int i = 0; i < patterns.length; i++) {
            assertThat(answers.get(i)).as(id + " of target " + i).matches(patterns[i]);
        }
    }

    @Test
    void killedItLeavesAFolderThatTheNextStartRemoves() throws Exception {
        Process process = Commands.start(folder, probe("--target", target.toString()));
        long deadline = System.currentTimeMillis() + 60_000;
        while (process.descendants().findAny().isEmpty()) {
            assertThat(System.currentTimeMillis()).isLessThan(deadline);
            Thread.sleep(20);
        }
        Thread.sleep(1_500);
        List<ProcessHandle> children = process.descendants().toList();

        process.destroyForcibly().waitFor();

        for (ProcessHandle child : children) {
            child.onExit().get(5, TimeUnit.SECONDS);
        }
        try (Stream<Path> left = Files.list(target)) {
            assertThat(left)
                    .hasSize(1)
                    .allMatch(path -> path.getFileName().toString().startsWith("pagetax-probe-"));
        }
        Commands.Outcome next = run("--target", target.toString());
        assertThat(next.exit()).as(next.err()).isZero();
        assertThat(target).isEmptyDirectory();
    }

    @Test
    void interruptedItLeavesNothing() throws Exception {
        Process process = Commands.start(folder, probe("--target", target.toString()));
        long deadline = System.currentTimeMillis() + 60_000;
        while (process.descendants().findAny().isEmpty()) {
            assertThat(System.currentTimeMillis()).isLessThan(deadline);
            Thread.sleep(20);
        }

        Commands.system(Files.createDirectory(folder.resolve("kill")), "kill", "-TERM", Long.toString(process.pid()));
        Commands.Outcome outcome = Commands.await(process, folder);

        assertThat(outcome.exit()).as(outcome.err()).isEqualTo(130);
        assertThat(target).isEmptyDirectory();
    }

    @Test
    void saysWhatCannotBeAsked() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));
        Commands.Outcome noFolder = run("--target", file.toString());
        assertThat(noFolder.exit()).isEqualTo(5);
        assertThat(noFolder.err()).contains("is no folder");

        Commands.Outcome noMatrix = run("--expect", file.toString(), "--target", target.toString());
        assertThat(noMatrix.exit()).isEqualTo(2);
        assertThat(noMatrix.err()).contains("--expect " + file);

        Files.writeString(file, "{\"targets\":[{\"name\":\"other\",\"probes\":[]}]}");
        Commands.Outcome unnamed = run("--expect", file.toString(), "--target", "disk=" + target);
        assertThat(unnamed.exit()).isEqualTo(2);
        assertThat(unnamed.err()).contains("has no target 'disk', only other");
        assertThat(target).isEmptyDirectory();
    }
}
