package io.pagetax.evidence;

import io.pagetax.linux.file.LinuxFile;
import io.pagetax.linux.file.NativeIoException;
import io.pagetax.linux.file.OpenFlag;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The log that tells when a Java virtual machine stopped all of its threads. Nothing else tells it in nanoseconds, and
 * the counters behind the management beans are off, since they live in a mapped file. The log lies in memory if there is
 * a place for that, so that it is not written to the disk that is measured. It never has a name: nothing of it is left,
 * however the processes end.
 */
final class SafepointLog {

    private static final Path MEMORY = Path.of("/dev/shm");
    private static final String OPTION = "-Xlog:safepoint=info:file=";
    private static final String DECORATIONS = ":uptimenanos:filecount=0";

    private SafepointLog() {}

    /**
     * Makes an empty log for another virtual machine of this user, to be closed when that has ended.
     *
     * @throws NativeIoException EOPNOTSUPP if the file system has no files without names
     */
    static LinuxFile create() throws NativeIoException {
        Path folder = Files.isWritable(MEMORY) ? MEMORY : Path.of(System.getProperty("java.io.tmpdir"));
        return LinuxFile.open(folder, OpenFlag.RDWR, OpenFlag.TMPFILE);
    }

    /** The option that makes a virtual machine write it, through the descriptor of this process. */
    static String option(LinuxFile log) {
        return OPTION + "/proc/" + ProcessHandle.current().pid() + "/fd/" + log.fd() + DECORATIONS;
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
