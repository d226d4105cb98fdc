package io.pagetax.probe;

import io.pagetax.testfile.TargetException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A folder with a name of its own inside of the target, held by a lock for as long as its maker lives. What others were
 * killed over is known by that nobody holds it.
 */
final class ScratchDirectory implements AutoCloseable {

    private static final String PREFIX = "pagetax-probe-";
    private static final Pattern NAME = Pattern.compile(PREFIX + "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final String LOCK = "lock";

    /** All files that exist at once, several times over: file systems that write elsewhere each time need more. */
    private static final long SPACE_MIB = 128;

    /** Between making the folder and locking it nobody holds it. */
    private static final Duration YOUNG = Duration.ofMinutes(1);

    private final Path path;
    private final FileChannel lock;

    private ScratchDirectory(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /**
     * Makes one that only this user may look into.
     *
     * @throws TargetException if files would soon find no space, which would be the answer to every question
     */
    static ScratchDirectory make(Path target) throws IOException {
        if (Files.getFileStore(target).getUsableSpace() < SPACE_MIB << 20) {
            throw new TargetException(
                    "not enough space in " + target + ": " + SPACE_MIB + "m needed; name another folder with --target");
        }
        Path path = target.resolve(PREFIX + UUID.randomUUID());
        Files.createDirectory(path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        try {
            FileChannel lock =
                    FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            lock.lock();
            return new ScratchDirectory(path, lock);
        } catch (IOException failed) {
            remove(path);
            throw failed;
        }
    }

    /** Removes those in a target whose makers are gone. */
    static void removeLeftovers(Path target) throws IOException {
        List<Path> found;
        try (Stream<Path> entries = Files.list(target)) {
            found = entries.filter(ScratchDirectory::isOne).toList();
        }
        for (Path path : found) {
            if (isLeftover(path)) {
                remove(path);
            }
        }
    }

    private static boolean isOne(Path path) {
        return NAME.matcher(path.getFileName().toString()).matches()
                && Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)
                && Files.isWritable(path);
    }

    private static boolean isLeftover(Path path) throws IOException {
        Path held = path.resolve(LOCK);
        if (!Files.exists(held, LinkOption.NOFOLLOW_LINKS)) {
            Instant made =
                    Files.getLastModifiedTime(path, LinkOption.NOFOLLOW_LINKS).toInstant();
            return made.isBefore(Instant.now().minus(YOUNG));
        }
        try (FileChannel channel = FileChannel.open(held, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException ours) {
            return false;
        }
    }

    /** Where it is. */
    Path path() {
        return path;
    }

    private static void remove(Path path) throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
        }
        Files.deleteIfExists(path);
    }

    /** Removes it and all files in it. */
    @Override
    public void close() throws IOException {
        try (lock) {
            remove(path);
        }
    }
}
