package io.pagetax.linux.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/** A loop device over a file, until it is closed. */
public final class LoopDevice implements AutoCloseable {

    private static final long MIB = 1 << 20;

    private final Path path;
    private final AtomicBoolean closed = new AtomicBoolean();

    private LoopDevice(Path path) {
        this.path = path;
    }

    /** Attaches the next free device, with further options of losetup(8). */
    public static LoopDevice attach(Path file, String... options) {
        Requirements.root();
        Requirements.program("losetup");
        List<String> command = new ArrayList<>(List.of("losetup", "--find", "--show"));
        command.addAll(List.of(options));
        command.add(file.toString());
        Commands.Outcome outcome = Commands.tryRun(command, Map.of());
        assumeTrue(outcome.succeeded(), "needs a loop device: " + outcome.output());
        return new LoopDevice(Path.of(outcome.output().strip()));
    }

    /** A file that takes no space until it is written. */
    public static Path sparseFile(Path file, int mebibytes) throws IOException {
        Files.createFile(file);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.allocate(1), mebibytes * MIB - 1);
        }
        return file;
    }

    /** Such as {@code /dev/loop7}. */
    public Path path() {
        return path;
    }

    /** Such as {@code loop7}. */
    public String name() {
        return path.getFileName().toString();
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            Commands.run("losetup", "--detach", path.toString());
        }
    }
}
