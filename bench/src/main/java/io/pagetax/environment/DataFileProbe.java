package io.pagetax.environment;

import io.pagetax.linux.file.ExtentMap;
import io.pagetax.linux.file.FileStatus;
import io.pagetax.linux.file.LinuxFile;
import io.pagetax.linux.file.NativeIoException;
import io.pagetax.linux.file.OpenFlag;
import io.pagetax.result.DataFileFacts;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Finds out how the data file lies on its file system. */
final class DataFileProbe {

    private final Facts facts;
    private final Path file;
    private final FileStatus status;

    DataFileProbe(Facts facts, Path file, FileStatus status) {
        this.facts = facts;
        this.file = file;
        this.status = status;
    }

    @Nullable DataFileFacts read() {
        if (Files.isDirectory(file)) {
            return facts.known("dataFile", null, "there is none yet in the folder");
        }
        if (status.kind() != FileStatus.Kind.REGULAR) {
            return facts.known("dataFile", null, "the target is no regular file");
        }
        ExtentMap extents = null;
        String untold = "";
        try (LinuxFile open = LinuxFile.open(file, OpenFlag.RDONLY)) {
            extents = ExtentMap.of(open);
        } catch (NativeIoException refused) {
            untold = "the file system does not tell: " + refused.call() + ", "
                    + refused.errno().description();
        }
        return new DataFileFacts(
                status.size(),
                status.allocatedBytes(),
                facts.known(
                        "dataFile.extents",
                        extents == null
                                ? null
                                : Integer.valueOf(extents.extents().size()),
                        untold),
                facts.known("dataFile.holeBytes", extents == null ? null : Long.valueOf(extents.holeBytes()), untold),
                facts.known(
                        "dataFile.unwrittenBytes",
                        extents == null ? null : Long.valueOf(extents.unwrittenBytes()),
                        untold));
    }
}
