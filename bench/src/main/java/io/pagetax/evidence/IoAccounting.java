package io.pagetax.evidence;

import io.pagetax.linux.file.NativeIoException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Bytes that the calling thread's I/O moved to and from devices, as /proc/thread-self/io counts them: {@code
 * read_bytes} when a read is submitted to the block layer (or by file systems without one that account for it), {@code
 * write_bytes} when a direct write is submitted or a cached page is dirtied.
 *
 * <p>Reading it allocates nothing. It speaks of the thread that opened it; what io_uring hands to workers of its own is in
 * {@link RingAccounting}. <b>Not thread-safe.</b>
 *
 * @see <a href="https://man7.org/linux/man-pages/man5/proc_pid_io.5.html">proc_pid_io(5)</a>
 */
public final class IoAccounting implements IoAccount {

    private static final Path FILE = Path.of("/proc/thread-self/io");
    private static final byte[] READ_BYTES = "\nread_bytes: ".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] WRITE_BYTES = "\nwrite_bytes: ".getBytes(StandardCharsets.US_ASCII);

    private final ProcFile file;

    private IoAccounting(ProcFile file) {
        this.file = file;
    }

    /**
     * Opens the account of the calling thread.
     *
     * @throws NativeIoException ENOENT if the kernel was built without CONFIG_TASK_IO_ACCOUNTING; EACCES where /proc is
     *     restricted
     */
    public static IoAccounting ofThisThread() throws NativeIoException {
        return of(FILE);
    }

    /** Opens the account that a file such as {@code /proc/self/task/TID/io} shows. */
    static IoAccounting of(Path path) throws NativeIoException {
        return new IoAccounting(ProcFile.open(path));
    }

    @Override
    public void refresh() throws NativeIoException {
        file.refresh();
    }

    @Override
    public long readBytes() {
        return file.numberAfter(READ_BYTES);
    }

    @Override
    public long writeBytes() {
        return file.numberAfter(WRITE_BYTES);
    }

    @Override
    public boolean hadWorkers() {
        return false;
    }

    @Override
    public void close() throws NativeIoException {
        file.close();
    }
}
