package io.pagetax.linux.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pagetax.linux.syscall.Errno;
import io.pagetax.linux.testing.MountedFileSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Two files with the same blocks, on a file system that has them. */
class LinuxFileCloneTest {

    @RegisterExtension
    static final MountedFileSystem XFS = new MountedFileSystem("xfs", 320);

    @TempDir
    private Path folder;

    @Test
    void theCloneHasTheContentsUntilItIsWrittenTo() throws IOException {
        Path source = Files.writeString(XFS.folder().resolve("source"), "0123456789");
        Path clone = Files.writeString(XFS.folder().resolve("clone"), "other");
        try (LinuxFile from = LinuxFile.open(source, OpenFlag.RDONLY);
                LinuxFile to = LinuxFile.open(clone, OpenFlag.RDWR)) {
            to.cloneFrom(from);
            assertThat(clone).hasContent("0123456789");
        }
        Files.writeString(clone, "other");
        assertThat(source).hasContent("0123456789");
    }

    @Test
    void aLongerFileIsRefusedUnlessBlocksEndTogether() throws IOException {
        Path source = Files.writeString(XFS.folder().resolve("short"), "0123456789");
        Path clone = Files.writeString(XFS.folder().resolve("long"), "something longer");
        try (LinuxFile from = LinuxFile.open(source, OpenFlag.RDONLY);
                LinuxFile to = LinuxFile.open(clone, OpenFlag.RDWR)) {
            assertThatThrownBy(() -> to.cloneFrom(from))
                    .isInstanceOfSatisfying(
                            NativeIoException.class,
                            refused -> assertThat(refused.errno()).isEqualTo(Errno.EINVAL));
        }
        assertThat(clone).hasContent("something longer");
    }

    @Test
    void anotherFileSystemIsRefused() throws IOException {
        Path source = Files.writeString(XFS.folder().resolve("far"), "0123456789");
        Path clone = Files.createFile(folder.resolve("clone"));
        try (LinuxFile from = LinuxFile.open(source, OpenFlag.RDONLY);
                LinuxFile to = LinuxFile.open(clone, OpenFlag.RDWR)) {
            assertThatThrownBy(() -> to.cloneFrom(from))
                    .isInstanceOfSatisfying(
                            NativeIoException.class,
                            refused -> assertThat(refused.errno()).isNotEqualTo(Errno.EBADF))
                    .hasMessageContaining("FICLONE");
        }
        assertThat(clone).isEmptyFile();
    }
}
