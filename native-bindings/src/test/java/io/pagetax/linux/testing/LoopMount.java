package io.pagetax.linux.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/** A new file system on a loop device, mounted until it is closed. */
public final class LoopMount implements AutoCloseable {

    private final LoopDevice device;
    private final Path folder;
    private final AtomicBoolean closed = new AtomicBoolean();

    private LoopMount(LoopDevice device, Path folder) {
        this.device = device;
        this.folder = folder;
    }

    /**
     * Makes the file system.
     *
     * @param parent where the image and the mount point are made
     * @param fileSystem such as {@code ext4}
     * @param mebibytes size of the image; xfs needs 300, btrfs 109
     * @param loopOptions of losetup(8)
     */
    public static LoopMount create(Path parent, String fileSystem, int mebibytes, String... loopOptions)
            throws IOException {
        Requirements.root();
        Requirements.program("mkfs." + fileSystem);
        Requirements.program("mount");
        Path image = LoopDevice.sparseFile(parent.resolve(fileSystem + ".image"), mebibytes);
        Commands.run("mkfs." + fileSystem, "-q", image.toString());
        Path folder = Files.createDirectory(parent.resolve(fileSystem));
        LoopDevice device = LoopDevice.attach(image, loopOptions);
        Commands.Outcome outcome = Commands.tryRun(
                List.of("mount", "-t", fileSystem, device.path().toString(), folder.toString()), Map.of());
        if (!outcome.succeeded()) {
            device.close();
        }
        assumeTrue(outcome.succeeded(), "needs to mount " + fileSystem + ": " + outcome.output());
        return new LoopMount(device, folder);
    }

    /** Where it is mounted. */
    public Path folder() {
        return folder;
    }

    /** What it is mounted from. */
    public LoopDevice device() {
        return device;
    }

    /** From now on nothing on it can be changed. */
    public void makeReadOnly() {
        Commands.run("mount", "-o", "remount,ro", folder.toString());
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            try {
                unmount();
            } finally {
                device.close();
            }
        }
    }

    private void unmount() {
        Commands.Outcome outcome = Commands.tryRun(List.of("umount", folder.toString()), Map.of());
        if (!outcome.succeeded()) {
            // A failed test may have left a file open: the mount then goes when the JVM does.
            Commands.run("umount", "--lazy", folder.toString());
            throw new IllegalStateException("still in use: " + outcome.output());
        }
    }
}
