package io.pagetax.lab;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The folder that holds all of a lab. What root does there follows the state file in it, so nobody else may write there.
 *
 * <pre>
 *   lock         held by who changes the lab, shared by who measures in it
 *   state.jsonl  what was made
 *   backing/     files behind loop devices
 *   base/        file systems below overlays
 *   mnt/         the file systems, each in a folder of its name
 * </pre>
 */
final class LabDirectory implements AutoCloseable {

    private static final String LOCK = "lock";

    /** Byte of the lock that those share who measure, and that belongs to who takes away what they measure on. */
    private static final long USE = 0;

    /** Byte that belongs to who writes the state file. */
    private static final long CHANGE = 1;

    private final FileChannel channel;
    private final boolean made;

    private LabDirectory(FileChannel channel, boolean made) {
        this.channel = channel;
        this.made = made;
    }

    /** Where it is, without symbolic links above it, whether or not it exists. */
    static Path real(Path directory) throws IOException {
        Path absolute = directory.toAbsolutePath().normalize();
        Path parent = absolute.getParent();
        Path name = absolute.getFileName();
        if (parent == null || name == null) {
            throw new LabException("--dir " + directory + ": a folder is needed that is the lab's own");
        }
        if (!Files.isDirectory(parent)) {
            throw new LabException("--dir " + directory + ": there is no " + parent);
        }
        return parent.toRealPath().resolve(name);
    }

    /** Makes it, or takes an empty one, and keeps others out until it is closed. */
    static LabDirectory create(Path directory) throws IOException {
        boolean absent = Files.notExists(directory, LinkOption.NOFOLLOW_LINKS);
        if (!absent && !Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
            throw new LabException(directory + " is no folder, or a link to one; name another with --dir");
        }
        if (absent) {
            Files.createDirectory(
                    directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        }
        requireNobodyElses(directory);
        Set<String> inside = contents(directory);
        if (inside.contains(StateFile.NAME)) {
            throw new LabException("a lab stands in " + directory + "; 'pagetax lab down' removes it");
        }
        inside.remove(LOCK);
        if (!inside.isEmpty()) {
            throw new LabException(directory + " is not empty, there is "
                    + inside.stream().findFirst().orElse("") + " in it; name another with --dir");
        }
        LabDirectory own = new LabDirectory(lock(directory, USE, 2, false), absent);
        if (Files.exists(directory.resolve(StateFile.NAME))) {
            own.close();
            throw new LabException("another lab was made in " + directory + " at the same time");
        }
        return own;
    }

    /** Keeps others out of one that is there; empty if it is not there, or if no lab ever was in it. */
    static Optional<LabDirectory> open(Path directory) throws IOException {
        if (!Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        Set<String> inside = contents(directory);
        if (inside.isEmpty() || inside.equals(Set.of(LOCK))) {
            requireNobodyElses(directory);
            return Optional.of(new LabDirectory(lock(directory, USE, 2, false), false));
        }
        if (!inside.contains(StateFile.NAME)) {
            return Optional.empty();
        }
        requireNobodyElses(directory);
        return Optional.of(new LabDirectory(lock(directory, USE, 2, false), false));
    }

    /** Keeps those out who would change it, while something is measured in it. Needs no privileges. */
    static LabDirectory share(Path directory) throws IOException {
        if (Files.notExists(directory.resolve(StateFile.NAME))) {
            throw new LabException("no lab stands in " + directory + "; 'pagetax lab up' makes one");
        }
        return new LabDirectory(lock(directory, USE, 1, true), false);
    }

    /** Keeps those out who would change it, and none who measure. */
    static LabDirectory change(Path directory) throws IOException {
        return new LabDirectory(lock(directory, CHANGE, 1, false), false);
    }

    private static FileChannel lock(Path directory, long first, long bytes, boolean shared) throws IOException {
        Path file = directory.resolve(LOCK);
        FileChannel channel = shared
                ? FileChannel.open(file, StandardOpenOption.READ)
                : FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock(first, bytes, shared);
        if (lock == null) {
            channel.close();
            throw new LabException(
                    "another pagetax is at work in the lab in " + directory + "; wait for it, or end it");
        }
        return channel;
    }

    private static void requireNobodyElses(Path directory) throws IOException {
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(directory, LinkOption.NOFOLLOW_LINKS);
        boolean open = permissions.contains(PosixFilePermission.GROUP_WRITE)
                || permissions.contains(PosixFilePermission.OTHERS_WRITE);
        Object owner = Files.getAttribute(directory, "unix:uid", LinkOption.NOFOLLOW_LINKS);
        if (open || !owner.equals(0)) {
            throw new LabException(directory + " belongs to another user, or others may write to it; root would do what"
                    + " they put there. Name another with --dir");
        }
    }

    private static Set<String> contents(Path directory) throws IOException {
        try (Stream<Path> inside = Files.list(directory)) {
            return inside.map(path -> path.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    /** Whether {@link #create} made it. */
    boolean isMade() {
        return made;
    }

    /**
     * Removes what is the directory's own. Others stay out until it is closed.
     *
     * @param itself whether the directory goes, too, if nothing else is in it
     */
    static void remove(Path directory, boolean itself) throws IOException {
        Files.deleteIfExists(directory.resolve(StateFile.NAME));
        Files.deleteIfExists(directory.resolve(LOCK));
        if (itself && contents(directory).isEmpty()) {
            Files.delete(directory);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
