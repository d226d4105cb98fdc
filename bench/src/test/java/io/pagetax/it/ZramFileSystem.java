package io.pagetax.it;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** An XFS on a zram device of its own; both gone when closed. Needs root. */
final class ZramFileSystem implements AutoCloseable {

    private static final Path CONTROL = Path.of("/sys/class/zram-control");

    private final Path work;
    private final Path mountPoint;
    private final String number;

    private ZramFileSystem(Path work, Path mountPoint, String number) {
        this.work = work;
        this.mountPoint = mountPoint;
        this.number = number;
    }

    static ZramFileSystem make(Path work, String size) throws IOException {
        Requirements.root();
        Requirements.program("mkfs.xfs");
        Assumptions.assumeTrue(Files.isReadable(CONTROL.resolve("hot_add")), "skipped: no zram");
        Path mountPoint = Files.createDirectories(work.resolve("zram"));
        String number = Files.readString(CONTROL.resolve("hot_add"), StandardCharsets.US_ASCII)
                .strip();
        ZramFileSystem made = new ZramFileSystem(work, mountPoint, number);
        try {
            Files.writeString(Path.of("/sys/block/zram" + number, "disksize"), size);
            Commands.system(work, "mkfs.xfs", "-q", "-K", "/dev/zram" + number);
            Commands.system(work, "mount", "/dev/zram" + number, mountPoint.toString());
        } catch (IOException failed) {
            made.remove();
            throw failed;
        }
        return made;
    }

    Path path() {
        return mountPoint;
    }

    private void remove() throws IOException {
        Files.writeString(Path.of("/sys/block/zram" + number, "reset"), "1");
        Files.writeString(CONTROL.resolve("hot_remove"), number);
    }

    @Override
    public void close() throws IOException {
        Commands.system(work, "umount", mountPoint.toString());
        remove();
    }
}
