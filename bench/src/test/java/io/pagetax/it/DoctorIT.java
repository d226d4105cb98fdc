package io.pagetax.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorIT {

    @TempDir
    Path folder;

    @Test
    void exitsWithZeroExactlyIfNothingIsBad() throws Exception {
        Path target = Files.createDirectory(folder.resolve("target"));

        Commands.Outcome outcome =
                Commands.run(folder, Commands.pagetax("doctor", "--json", "--target", "t=" + target));

        JsonNode diagnosis = new ObjectMapper().readTree(outcome.out());
        boolean bad = StreamSupport.stream(diagnosis.get("findings").spliterator(), false)
                .anyMatch(finding -> finding.get("level").asText().equals("bad"));
        assertThat(outcome.exit()).as(outcome.out()).isEqualTo(bad ? 3 : 0);
        assertThat(diagnosis.get("fit").asBoolean()).isEqualTo(!bad);
        assertThat(diagnosis.get("findings")).hasSizeGreaterThan(15);
        assertThat(target).isEmptyDirectory();
    }

    @Test
    void refusesATargetInMemoryAndSaysWhatToDo() throws Exception {
        Path memory = Path.of("/dev/shm");
        assumeTrue(Files.isWritable(memory), "skipped: no " + memory);

        Commands.Outcome outcome = Commands.run(folder, Commands.pagetax("doctor", "--target", "shm=" + memory));

        assertThat(outcome.exit()).isEqualTo(3);
        assertThat(outcome.out())
                .containsPattern("medium, shm +bad +tmpfs > memory")
                .contains("-> --target a folder on a disk", "Not fit to measure on")
                .doesNotContain("\u001b");
    }

    @Test
    void refusesALoopDeviceThatCachesAgain() throws Exception {
        try (LoopFileSystem loop = LoopFileSystem.make(folder, "ext4", "512m")) {
            Commands.Outcome direct =
                    Commands.run(folder, Commands.pagetax("doctor", "--target", "loop=" + loop.path()));
            assertThat(direct.out()).containsPattern("loop devices, loop +ok");

            Commands.system(folder, "losetup", "--direct-io=off", loop.device());
            Commands.Outcome cached =
                    Commands.run(folder, Commands.pagetax("doctor", "--target", "loop=" + loop.path()));

            assertThat(cached.exit()).isEqualTo(3);
            assertThat(cached.out())
                    .containsPattern("loop devices, loop +bad")
                    .contains("sudo losetup --direct-io=on " + loop.device());
        }
    }
}
