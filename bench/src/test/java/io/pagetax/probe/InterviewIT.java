package io.pagetax.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pagetax.it.LoopFileSystem;
import io.pagetax.result.ProbeAnswer;
import io.pagetax.testfile.TargetException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file system that stops answering: one that is frozen keeps every writer in the kernel, where no signal reaches it. */
class InterviewIT {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    @TempDir
    Path folder;

    private final List<String> warnings = new ArrayList<>();

    private static List<Probe> probes(String... ids) {
        return Probes.all().stream()
                .filter(probe -> List.of(ids).contains(probe.about().id()))
                .toList();
    }

    private static void freeze(Path mountPoint, boolean freeze) {
        try {
            Process process = new ProcessBuilder("fsfreeze", freeze ? "--freeze" : "--unfreeze", mountPoint.toString())
                    .inheritIO()
                    .start();
            assertThat(process.waitFor()).isZero();
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Freezes before a question, and thaws before the next. */
    private Interview.Listener freezing(Path mountPoint, String id) {
        return new Interview.Listener() {
            private @Nullable String before;

            @Override
            public void asking(String next) {
                if (Objects.equals(before, id)) {
                    freeze(mountPoint, false);
                } else if (next.equals(id)) {
                    freeze(mountPoint, true);
                }
                before = next;
            }

            @Override
            public void warning(String text) {
                warnings.add(text);
            }
        };
    }

    @Test
    void aQuestionThatHangsIsNamedAndTheRestGoesOn() throws Exception {
        try (LoopFileSystem ext4 = LoopFileSystem.make(folder, "ext4", "256m")) {
            Interview interview = new Interview(
                    probes("hole-read-direct", "o-dsync", "fallocate", "io-uring"),
                    PATIENCE,
                    freezing(ext4.path(), "o-dsync"),
                    () -> false);

            List<ProbeAnswer> answers = interview.ask(ext4.path());

            assertThat(answers)
                    .extracting(ProbeAnswer::id)
                    .containsExactly("hole-read-direct", "o-dsync", "fallocate", "io-uring");
            assertThat(answers.get(0).answer()).isEqualTo("zeros");
            assertThat(answers.get(1).answer()).isEqualTo("hangs");
            assertThat(answers.get(1).detail())
                    .contains("no answer in 3 s", "in state D")
                    .containsPattern("process \\d+ cannot be ended and is left behind");
            assertThat(answers.get(2).answer()).startsWith("supported:");
            assertThat(warnings).isEmpty();
            assertThat(scratch(ext4.path())).isEmpty();
        }
    }

    @Test
    void aFileSystemThatDoesNotAnswerAtAllIsToldOf() throws Exception {
        try (LoopFileSystem ext4 = LoopFileSystem.make(folder, "ext4", "256m")) {
            Interview interview =
                    new Interview(probes("hole-read-direct"), PATIENCE, freezing(ext4.path(), "never"), () -> false);
            freeze(ext4.path(), true);
            try {
                assertThatThrownBy(() -> interview.ask(ext4.path()))
                        .isInstanceOf(TargetException.class)
                        .hasMessageContaining("does not answer");
            } finally {
                freeze(ext4.path(), false);
                awaitLateScratch();
            }
            assertThat(scratch(ext4.path())).isEmpty();
        }
    }

    @Test
    void aFileSystemWithoutSpaceIsNotAsked() throws Exception {
        try (LoopFileSystem ext4 = LoopFileSystem.make(folder, "ext4", "64m")) {
            Interview interview =
                    new Interview(probes("hole-read-direct"), PATIENCE, freezing(ext4.path(), "never"), () -> false);
            assertThatThrownBy(() -> interview.ask(ext4.path()))
                    .isInstanceOf(TargetException.class)
                    .hasMessageContaining("128m needed");
            assertThat(scratch(ext4.path())).isEmpty();
        }
    }

    /** What was asked for before the file system froze is done when it thaws, and undone at once. */
    private static void awaitLateScratch() throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> thread.getName().equals("probe-scratch"))) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            Thread.sleep(10);
        }
    }

    private static List<Path> scratch(Path target) throws IOException {
        try (Stream<Path> entries = Files.list(target)) {
            return entries.filter(path -> path.getFileName().toString().startsWith("pagetax-"))
                    .toList();
        }
    }
}
