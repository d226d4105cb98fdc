package io.pagetax.doctor;

import io.pagetax.result.Finding;
import io.pagetax.result.Finding.Level;
import io.pagetax.testfile.DataFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileStore;
import java.nio.file.Files;

/**
 * Room for the data file, with a margin: a full file system scatters what is written to it.
 *
 * @param freeBytes that this user may take; of a file or device its size
 * @param totalBytes of the file system; of a file or device 0
 * @param sizeBytes of the data file
 */
record SpaceCheck(String target, long freeBytes, long totalBytes, long sizeBytes) implements Check {

    private static final String ID = "space";
    private static final double FULL = 0.9;

    static SpaceCheck of(Subject subject, long sizeBytes) throws IOException {
        if (!Files.isDirectory(subject.path())) {
            try (FileChannel channel = FileChannel.open(subject.path())) {
                return new SpaceCheck(subject.name(), channel.size(), 0, sizeBytes);
            }
        }
        FileStore store = Files.getFileStore(subject.path());
        long free = Files.isWritable(subject.path()) ? store.getUsableSpace() : 0;
        return new SpaceCheck(subject.name(), free, store.getTotalSpace(), sizeBytes);
    }

    @Override
    public Finding look() {
        long needed = totalBytes == 0 ? sizeBytes : sizeBytes + DataFile.SPARE_BYTES;
        String found = Sizes.of(freeBytes) + (totalBytes == 0 ? " long, " : " free for this user, ") + Sizes.of(needed)
                + " needed";
        if (freeBytes < needed) {
            return new Finding(ID, target, Level.BAD, found, "--target a folder with more room, or a smaller --size");
        }
        boolean full = totalBytes > 0 && totalBytes - freeBytes + sizeBytes > FULL * totalBytes;
        return full
                ? new Finding(
                        ID,
                        target,
                        Level.WARN,
                        found + "; it would be more than 90 % full",
                        "remove what is not needed, or --target a folder with more room")
                : Finding.ok(ID, target, found);
    }
}
