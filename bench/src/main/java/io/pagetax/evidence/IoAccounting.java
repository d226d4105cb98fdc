package io.pagetax.evidence;

import io.pagetax.linux.file.AlignedBuffer;
import io.pagetax.linux.file.LinuxFile;
import io.pagetax.linux.file.NativeIoException;
import io.pagetax.linux.file.OpenFlag;
import java.nio.ByteBuffer;
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
    private static final int TEXT_LENGTH = 512;
    private static final int DECIMAL = 10;

    private final LinuxFile file;
    private final AlignedBuffer text;
    private int textLength;

    private IoAccounting(LinuxFile file, AlignedBuffer text) {
        this.file = file;
        this.text = text;
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
        return new IoAccounting(LinuxFile.open(path, OpenFlag.RDONLY), AlignedBuffer.allocate(TEXT_LENGTH));
    }

    @Override
    public void refresh() throws NativeIoException {
        textLength = (int) file.read(text.address(), TEXT_LENGTH, 0);
    }

    @Override
    public long readBytes() {
        return numberAfter(READ_BYTES);
    }

    @Override
    public long writeBytes() {
        return numberAfter(WRITE_BYTES);
    }

    @Override
    public boolean hadWorkers() {
        return false;
    }

    private long numberAfter(byte[] label) {
        ByteBuffer bytes = text.bytes();
        for (int at = 0; at + label.length < textLength; at++) {
            if (matches(bytes, at, label)) {
                return number(bytes, at + label.length);
            }
        }
        throw new IllegalStateException(
                FILE + " lacks a line: " + new String(label, StandardCharsets.US_ASCII).strip());
    }

    private static boolean matches(ByteBuffer bytes, int at, byte[] label) {
        for (int i = 0; i < label.length; i++) {
            if (bytes.get(at + i) != label[i]) {
                return false;
            }
        }
        return true;
    }

    private static long number(ByteBuffer bytes, int from) {
        long number = 0;
        for (int at = from; bytes.get(at) >= '0' && bytes.get(at) <= '9'; at++) {
            number = number * DECIMAL + bytes.get(at) - '0';
        }
        return number;
    }

    @Override
    public void close() throws NativeIoException {
        try (file) {
            text.close();
        }
    }
}
