package io.pagetax.linux.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;

/** A new disk of compressed memory, until it is closed. */
public final class ZramDevice implements AutoCloseable {

    private static final Path CONTROL = Path.of("/sys/class/zram-control");
    private static final long MIB = 1 << 20;

    private final String number;
    private final AtomicBoolean closed = new AtomicBoolean();

    private ZramDevice(String number) {
        this.number = number;
    }

    public static ZramDevice create(int mebibytes) throws IOException {
        Requirements.root();
        assumeTrue(Files.isReadable(CONTROL.resolve("hot_add")), "needs zram");
        ZramDevice device =
                new ZramDevice(Files.readString(CONTROL.resolve("hot_add")).strip());
        Files.writeString(Path.of("/sys/class/block", device.name(), "disksize"), String.valueOf(mebibytes * MIB));
        return device;
    }

    /** Such as {@code /dev/zram7}. */
    public Path path() {
        return Path.of("/dev", name());
    }

    /** Such as {@code zram7}. */
    public String name() {
        return "zram" + number;
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            try {
                Files.writeString(CONTROL.resolve("hot_remove"), number);
            } catch (IOException inUse) {
                throw new UncheckedIOException(inUse);
            }
        }
    }
}
