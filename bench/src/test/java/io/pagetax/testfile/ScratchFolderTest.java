package io.pagetax.testfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pagetax.linux.device.Mount;
import io.pagetax.linux.device.MountTable;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScratchFolderTest {

    /** The JDK's own modules: a folder that nobody may write to, not even root. */
    private static final Path UNWRITABLE = Path.of(URI.create("jrt:/java.base"));

    @TempDir
    Path folder;

    private Path memory;
    private Path disk;

    @BeforeEach
    void makeCandidates() throws IOException {
        folder = folder.toRealPath();
        memory = Files.createDirectory(folder.resolve("memory"));
        disk = Files.createDirectory(folder.resolve("disk"));
    }

    @Test
    void takesTheFirstWritableFolderOnADisk() throws IOException {
        Path second = Files.createDirectory(folder.resolve("second"));
        ScratchFolder chosen = ScratchFolder.choose(List.of(disk, second), mounts("tmpfs"));
        assertThat(chosen.path()).isEqualTo(disk);
        assertThat(chosen.reason()).contains("first writable folder").doesNotContain("passed over");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tmpfs", "ramfs", "devtmpfs"})
    void passesOverMemoryAndSaysSo(String fileSystem) throws IOException {
        ScratchFolder chosen = ScratchFolder.choose(List.of(memory, disk), mounts(fileSystem));
        assertThat(chosen.path()).isEqualTo(disk);
        assertThat(chosen.reason())
                .contains("passed over")
                .contains(memory.toString())
                .contains(fileSystem)
                .contains("memory");
    }

    @Test
    void passesOverAnUnwritableFolderAndSaysSo() throws IOException {
        ScratchFolder chosen = ScratchFolder.choose(List.of(UNWRITABLE, disk), mounts("tmpfs"));
        assertThat(chosen.path()).isEqualTo(disk);
        assertThat(chosen.reason()).contains(UNWRITABLE + " (not writable)");
    }

    @Test
    void passesOverWhatIsNoFolderAndSaysSo() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        Path absent = folder.resolve("absent");
        ScratchFolder chosen = ScratchFolder.choose(List.of(file, absent, disk), mounts("tmpfs"));
        assertThat(chosen.path()).isEqualTo(disk);
        assertThat(chosen.reason()).contains(file + " (not a folder)").contains(absent + " (not a folder)");
    }

    @Test
    void seesThroughALinkThatLeadsToMemory() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), memory);
        assertThat(ScratchFolder.choose(List.of(link, disk), mounts("tmpfs")).path())
                .isEqualTo(disk);
    }

    @Test
    void refusesIfNothingWillDoAndGivesTheReasonForEach() {
        assertThatThrownBy(() -> ScratchFolder.choose(List.of(memory, UNWRITABLE), mounts("tmpfs")))
                .isInstanceOf(TargetException.class)
                .hasMessageContaining(memory.toString())
                .hasMessageContaining("tmpfs")
                .hasMessageContaining("not writable")
                .hasMessageContaining("--target");
    }

    /** A disk at the root with {@code memory} mounted over one folder, as {@code /tmp} often is. */
    private MountTable mounts(String fileSystemOfMemory) {
        return new MountTable(Stream.of(mount(2, 1, "/", "ext4"), mount(3, 2, memory.toString(), fileSystemOfMemory))
                .toList());
    }

    private static Mount mount(int id, int parentId, String point, String fileSystem) {
        return new Mount(id, parentId, "0:1", "/", point, "rw", fileSystem, "source", "rw");
    }
}
