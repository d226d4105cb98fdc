package io.pagetax.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file system of its own on a loop device with direct I/O; gone when closed. Needs root. */
public final class LoopFileSystem implements AutoCloseable {

    private final Path work;
    private final Path image;
    private final Path mountPoint;
    private final String device;

    private LoopFileSystem(Path work, Path image, Path mountPoint, String device) {
        this.work = work;
        this.image = image;
        this.mountPoint = mountPoint;
        this.device = device;
    }

    public static LoopFileSystem make(Path work, String type, String size) throws IOException {
        return make(work, type, size, "defaults", true);
    }

    /**
     * One that is not as it should be.
     *
     * @param mountOptions as {@code mount -o} takes them
     * @param directIo whether the loop device goes past the page cache of the file behind it
     */
    static LoopFileSystem make(Path work, String type, String size, String mountOptions, boolean directIo)
            throws IOException {
        Requirements.root();
        Requirements.program("mkfs." + type);
        Path image = work.resolve(type + ".img");
        Path mountPoint = Files.createDirectories(work.resolve(type));
        Commands.system(work, "truncate", "-s", size, image.toString());
        Commands.system(work, "mkfs." + type, "-q", image.toString());
        String device = Commands.system(
                work, "losetup", "--find", "--show", "--direct-io=" + (directIo ? "on" : "off"), image.toString());
        LoopFileSystem made = new LoopFileSystem(work, image, mountPoint, device);
        try {
            Commands.system(work, "mount", "-o", mountOptions, device, mountPoint.toString());
        } catch (IOException failed) {
            Commands.system(work, "losetup", "--detach", device);
            throw failed;
        }
        return made;
    }

    public Path path() {
        return mountPoint;
    }

    /** Its node, such as {@code /dev/loop0}. */
    String device() {
        return device;
    }

    /** The file behind the device. */
    Path image() {
        return image;
    }

    @Override
    public void close() throws IOException {
        Commands.system(work, "umount", mountPoint.toString());
        Commands.system(work, "losetup", "--detach", device);
        Files.delete(image);
    }
}
