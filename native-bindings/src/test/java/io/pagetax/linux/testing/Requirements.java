package io.pagetax.linux.testing;

import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.pagetax.linux.device.MountTable;
import io.pagetax.linux.syscall.Syscalls;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** What a test cannot do without. Where it is missing the test is skipped, and the reason says what was missing. */
public final class Requirements {

    private static final int BAD_DESCRIPTOR = -1;
    private static final int EBADF = 9;

    private Requirements() {}

    public static void root() {
        assumeTrue(isRoot(), "needs root: devices and mounts are set up");
    }

    public static boolean isRoot() {
        try {
            return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Needs somebody who has asked for tests that take minutes. */
    public static void patience() {
        assumeTrue(Boolean.getBoolean("pagetax.long"), "skipped: takes minutes; scripts/test --long runs it");
    }

    public static void program(String name) {
        // Administrators' programs are not on every user's path.
        String folders = System.getenv().getOrDefault("PATH", "") + ":/usr/sbin:/sbin";
        boolean found = Arrays.stream(folders.split(":", -1))
                .filter(folder -> !folder.isEmpty())
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
        assumeTrue(found, "needs the program " + name);
    }

    /** Needs a kernel with cachestat(2). */
    public static void cachestat() {
        long result = Syscalls.get().cachestat(BAD_DESCRIPTOR, 0, 0, 0);
        assumeTrue(result == -EBADF, "needs cachestat(2), kernel 6.5: result " + result);
    }

    /** Needs a folder whose files have a device behind their page cache. */
    public static void disk(Path folder) throws IOException {
        assumeFalse(
                MountTable.read().mountOf(folder.toRealPath()).orElseThrow().isMemory(),
                folder + " is in memory: needs a disk");
    }

    /** Needs a folder on a file system of the type given. */
    public static void fileSystem(Path folder, String type) throws IOException {
        String actual =
                MountTable.read().mountOf(folder.toRealPath()).orElseThrow().fileSystem();
        assumeTrue(actual.equals(type), "needs " + type + ": " + folder + " is on " + actual);
    }
}
