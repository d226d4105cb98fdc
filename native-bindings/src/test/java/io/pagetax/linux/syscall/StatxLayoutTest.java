package io.pagetax.linux.syscall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.pagetax.linux.file.LinuxFile;
import io.pagetax.linux.file.OpenFlag;
import io.pagetax.linux.testing.MountedFileSystem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Fields that the headers of a stable distribution do not know yet, where the running kernel puts them. */
class StatxLayoutTest {

    @RegisterExtension
    static final MountedFileSystem XFS = new MountedFileSystem("xfs", 300);

    private final ByteBuffer emptyPath = NativeMemory.cString("");
    private final ByteBuffer status =
            ByteBuffer.allocateDirect(StatxLayout.LENGTH).order(ByteOrder.nativeOrder());

    @Test
    void alignmentOfDirectReadsIsGivenByXfs() throws IOException {
        Path path = Files.createFile(XFS.folder().resolve("file"));
        try (LinuxFile file = LinuxFile.open(path, OpenFlag.RDONLY)) {
            int asked = StatxLayout.STATX_DIOALIGN | StatxLayout.STATX_DIO_READ_ALIGN;
            long result = Syscalls.get()
                    .statx(
                            file.fd(),
                            NativeMemory.addressOf(emptyPath),
                            StatxLayout.AT_EMPTY_PATH,
                            asked,
                            NativeMemory.addressOf(status));
            assertThat(result).isZero();
        }
        int filled = status.getInt(StatxLayout.MASK_OFFSET);
        assumeTrue((filled & StatxLayout.STATX_DIO_READ_ALIGN) != 0, "needs STATX_DIO_READ_ALIGN, kernel 6.14");
        int offset = status.getInt(StatxLayout.DIO_OFFSET_ALIGN_OFFSET);
        assertThat(status.getInt(StatxLayout.DIO_READ_OFFSET_ALIGN_OFFSET)).isBetween(512, offset);
    }
}
