package io.pagetax.testfile;

import io.pagetax.linux.file.LinuxFile;
import io.pagetax.linux.file.NativeIoException;
import io.pagetax.linux.file.OpenFlag;
import io.pagetax.workload.ByteSize;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The file that is measured: a scratch file that is made, really written, and removed on {@link #close()}, or an
 * existing file or block device that is used as it is and left alone.
 */
public final class DataFile implements AutoCloseable {

    /** Space that stays free beside a scratch file: a full file system behaves unlike others, and is a nuisance. */
    public static final long SPARE_BYTES = 64L << 20;

    private static final String PREFIX = "pagetax-";
    private static final String SUFFIX = ".data";
    private static final Pattern SCRATCH_NAME = Pattern.compile(PREFIX + "(\\d{1,18})-[-0-9a-f]{36}\\" + SUFFIX);

    private final Path path;
    private final long sizeBytes;
    private final boolean scratch;

    private DataFile(Path path, long sizeBytes, boolean scratch) {
        this.path = path;
        this.sizeBytes = sizeBytes;
        this.scratch = scratch;
    }

    /**
     * Makes a scratch file with a name of its own in a folder. If anything goes wrong nothing stays behind.
     *
     * @param cancelled asked now and then; true ends the work early
     * @throws TargetException if there is too little space or no permission
     * @throws InterruptedIOException if it was cancelled
     */
    public static DataFile create(Path folder, long sizeBytes, BooleanSupplier cancelled) throws IOException {
        requireSpace(folder, sizeBytes);
        Path path = folder.resolve(PREFIX + ProcessHandle.current().pid() + "-" + UUID.randomUUID() + SUFFIX);
        DataFile made = new DataFile(path, sizeBytes, true);
        boolean done = false;
        try (LinuxFile file = LinuxFile.open(path, OpenFlag.RDWR, OpenFlag.CREAT, OpenFlag.EXCL)) {
            Layout.write(file, sizeBytes, cancelled);
            done = true;
        } catch (NativeIoException failed) {
            throw new TargetException("cannot make the data file: " + failed.getMessage(), failed);
        } finally {
            if (!done) {
                Files.deleteIfExists(path);
            }
        }
        return made;
    }

    /**
     * Uses an existing file or block device.
     *
     * @throws TargetException if it is smaller than {@code sizeBytes} or not readable
     */
    public static DataFile existing(Path path, long sizeBytes) throws IOException {
        try (LinuxFile file = LinuxFile.open(path, OpenFlag.RDONLY)) {
            long available = length(path);
            if (available < sizeBytes) {
                throw new TargetException(path + " has " + ByteSize.format(available) + ", less than --size "
                        + ByteSize.format(sizeBytes));
            }
            return new DataFile(file.path(), sizeBytes, false);
        } catch (NativeIoException failed) {
            throw new TargetException("cannot use the target: " + failed.getMessage(), failed);
        }
    }

    /** Of a file or a block device: unlike stat, a channel knows the size of both. */
    private static long length(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path)) {
            return channel.size();
        }
    }

    /**
     * Scratch files in a folder whose makers are gone: runs that were killed left them behind.
     *
     * @return their paths; empty if there are none
     */
    public static List<Path> leftovers(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(DataFile::isLeftover).sorted().toList();
        }
    }

    private static boolean isLeftover(Path file) {
        Matcher name = SCRATCH_NAME.matcher(file.getFileName().toString());
        return name.matches() && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty();
    }

    private static void requireSpace(Path folder, long sizeBytes) throws IOException {
        long free = Files.getFileStore(folder).getUsableSpace();
        if (free < sizeBytes + SPARE_BYTES) {
            throw new TargetException("not enough space in " + folder + ": " + ByteSize.format(sizeBytes + SPARE_BYTES)
                    + " needed, " + (free >> 20) + "m free; name another folder with --target or a smaller --size");
        }
    }

    /** Where it is. */
    public Path path() {
        return path;
    }

    /** Bytes of it that are used. */
    public long sizeBytes() {
        return sizeBytes;
    }

    /** Whether it was made for this run and goes with it. */
    public boolean isScratch() {
        return scratch;
    }

    /** Removes a scratch file; leaves an existing one alone. */
    @Override
    public void close() throws IOException {
        if (scratch) {
            Files.deleteIfExists(path);
        }
    }
}
