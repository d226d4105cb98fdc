package io.pagetax.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pagetax.linux.file.NativeIoException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageTest {

    @TempDir
    Path folder;

    @Test
    void leavesNothingWhereThereIsNoDirectIo() throws IOException {
        Requirements.root();
        Commands commands = new SystemCommands(folder, () -> false);
        Path memory = Files.createDirectory(folder.resolve("ramfs"));
        commands.run("mount", "-t", "ramfs", "pagetax-test", memory.toString());
        try {
            assertThatThrownBy(() -> new Image(memory.resolve("image"), 1 << 20).apply(commands))
                    .isInstanceOf(NativeIoException.class)
                    .hasMessageContaining("EINVAL");
            assertThat(memory).isEmptyDirectory();
        } finally {
            commands.run("umount", memory.toString());
        }
    }
}
