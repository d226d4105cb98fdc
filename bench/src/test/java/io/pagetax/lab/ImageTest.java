package io.pagetax.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pagetax.linux.file.NativeIoException;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageTest {

    @TempDir
    Path folder;

    @Test
    void leavesNothingWhereThereIsNoDirectIo() throws IOException {
        try (ScratchMemory memory = ScratchMemory.mount(folder)) {
            Image image = new Image(memory.folder().resolve("image"), 1 << 20);
            assertThatThrownBy(() -> image.apply(new SystemCommands(folder, () -> false)))
                    .isInstanceOf(NativeIoException.class)
                    .hasMessageContaining("EINVAL");
            assertThat(memory.folder()).isEmptyDirectory();
        }
    }
}
