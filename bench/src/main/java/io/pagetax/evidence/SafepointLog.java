package io.pagetax.evidence;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The log that tells when a Java virtual machine stopped all of its threads. Nothing else tells it in nanoseconds, and
 * the counters behind the management beans are off, since they live in a mapped file. The log lies in memory if there is
 * a place for that, so that it is not written to the disk that is measured.
 */
final class SafepointLog {

    private static final Path MEMORY = Path.of("/dev/shm");
    private static final String OPTION = "-Xlog:safepoint=info:file=";
    private static final String DECORATIONS = ":uptimenanos:filecount=0";

    private SafepointLog() {}

    /**
     * Makes an empty log file for another virtual machine, which takes its name away as soon as it reads it. If it never
     * comes to that, the file goes when this one ends.
     */
    static Path create() throws IOException {
        String prefix = "pagetax-safepoints";
        String suffix = ".log";
        Path file = Files.isWritable(MEMORY)
                ? Files.createTempFile(MEMORY, prefix, suffix)
                : Files.createTempFile(prefix, suffix);
        file.toFile().deleteOnExit();
        return file;
    }

    /** The option that makes a virtual machine write it. */
    static String option(Path file) {
        return OPTION + file + DECORATIONS;
    }

    /** The log of this virtual machine; empty if it writes none. */
    static Optional<Path> ofThisMachine() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> option.startsWith(OPTION) && option.endsWith(DECORATIONS))
                .map(option -> Path.of(option.substring(OPTION.length(), option.length() - DECORATIONS.length())))
                .filter(Files::isReadable)
                .findFirst();
    }
}
