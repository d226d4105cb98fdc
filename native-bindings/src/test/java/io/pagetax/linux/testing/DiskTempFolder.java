package io.pagetax.linux.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDirFactory;

/** Temporary folders below {@code /var/tmp}, which survives a restart and so is no memory file system. */
public final class DiskTempFolder implements TempDirFactory {

    private static final Path ON_DISK = Path.of("/var/tmp");
    private static final String PREFIX = "pagetax-test-";

    @Override
    public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext extension) throws IOException {
        return create();
    }

    static Path create() throws IOException {
        return Files.isWritable(ON_DISK)
                ? Files.createTempDirectory(ON_DISK, PREFIX)
                : Files.createTempDirectory(PREFIX);
    }
}
