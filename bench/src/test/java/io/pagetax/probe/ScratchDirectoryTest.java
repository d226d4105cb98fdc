package io.pagetax.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScratchDirectoryTest {

    @TempDir
    Path target;

    private Path leftover() throws Exception {
        return Files.createDirectory(target.resolve("pagetax-probe-" + UUID.randomUUID()));
    }

    private static void makeOld(Path path) throws Exception {
        Files.setLastModifiedTime(path, FileTime.from(Instant.now().minus(Duration.ofHours(1))));
    }

    @Test
    void goesWithAllThatIsInIt() throws Exception {
        try (ScratchDirectory scratch = ScratchDirectory.make(target)) {
            Files.createFile(scratch.path().resolve("probe-1"));
            assertThat(target).isNotEmptyDirectory();
        }
        assertThat(target).isEmptyDirectory();
    }

    @Test
    void removesWhatNobodyHolds() throws Exception {
        Path path = leftover();
        Files.createFile(path.resolve("lock"));
        Files.createFile(path.resolve("probe-1-0"));
        ScratchDirectory.removeLeftovers(target);
        assertThat(target).isEmptyDirectory();
    }

    @Test
    void leavesOneThatIsHeld() throws Exception {
        try (ScratchDirectory scratch = ScratchDirectory.make(target)) {
            ScratchDirectory.removeLeftovers(target);
            assertThat(scratch.path()).isDirectory();
        }
    }

    @Test
    void leavesOneThatIsBeingMade() throws Exception {
        Path path = leftover();
        ScratchDirectory.removeLeftovers(target);
        assertThat(path).isDirectory();
        makeOld(path);
        ScratchDirectory.removeLeftovers(target);
        assertThat(path).doesNotExist();
    }

    @Test
    void leavesWhatIsNamedOtherwiseAndDoesNotFollowLinks() throws Exception {
        Path other = Files.createDirectory(target.resolve("pagetax-probe-of-mine"));
        Path precious = Files.createDirectory(target.resolve("precious"));
        Files.createFile(precious.resolve("data"));
        Path link = Files.createSymbolicLink(target.resolve("pagetax-probe-" + UUID.randomUUID()), precious);
        makeOld(precious);
        ScratchDirectory.removeLeftovers(target);
        assertThat(other).isDirectory();
        assertThat(link).isSymbolicLink();
        assertThat(precious.resolve("data")).exists();
    }
}
