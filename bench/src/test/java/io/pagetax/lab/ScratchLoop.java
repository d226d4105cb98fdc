package io.pagetax.lab;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/** A block device that nobody needs, until it is closed: a loop device over a file of holes. */
final class ScratchLoop implements AutoCloseable {

    private static final long MIB = 1 << 20;

    private final Commands commands;
    private final Path device;

    private ScratchLoop(Commands commands, Path device) {
        this.commands = commands;
        this.device = device;
    }

    static ScratchLoop create(Path folder, int mebibytes) throws IOException {
        Requirements.root();
        Path image = folder.resolve("image");
        try (FileChannel channel = FileChannel.open(image, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.allocate(1), mebibytes * MIB - 1);
        }
        Commands commands = new SystemCommands(folder, () -> false);
        return new ScratchLoop(commands, attached(commands, image));
    }

    private static Path attached(Commands commands, Path image) {
        String said;
        try {
            said = commands.run("losetup", "--find", "--show", "--partscan", image.toString());
        } catch (IOException refused) {
            said = "skipped: needs a loop device: " + refused.getMessage();
        }
        assumeTrue(said.startsWith("/dev/"), said);
        return Path.of(said);
    }

    /** Such as {@code /dev/loop7}. */
    Path device() {
        return device;
    }

    /** Tells the kernel of a partition of 1 MiB. */
    void addPartition(int number, int startMebibyte) throws IOException {
        commands.run(
                "addpart",
                device.toString(),
                Integer.toString(number),
                Long.toString(startMebibyte * MIB / 512),
                Long.toString(MIB / 512));
    }

    /** Runs a program with the device as its last argument. */
    void run(String... command) throws IOException {
        String[] whole = Arrays.copyOf(command, command.length + 1);
        whole[command.length] = device.toString();
        commands.run(whole);
    }

    @Override
    public void close() throws IOException {
        commands.run("losetup", "--detach", device.toString());
    }
}
