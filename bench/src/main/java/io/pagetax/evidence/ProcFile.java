package io.pagetax.evidence;

import io.pagetax.linux.file.AlignedBuffer;
import io.pagetax.linux.file.LinuxFile;
import io.pagetax.linux.file.NativeIoException;
import io.pagetax.linux.file.OpenFlag;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A short text of numbers in /proc that is read again and again, without allocating anything. <b>Not thread-safe.</b> */
final class ProcFile implements AutoCloseable {

    private static final int TEXT_LENGTH = 512;
    private static final int DECIMAL = 10;

    private final LinuxFile file;
    private final AlignedBuffer text;
    private int textLength;

    private ProcFile(LinuxFile file, AlignedBuffer text) {
        this.file = file;
        this.text = text;
    }

    static ProcFile open(Path path) throws NativeIoException {
        return new ProcFile(LinuxFile.open(path, OpenFlag.RDONLY), AlignedBuffer.allocate(TEXT_LENGTH));
    }

    /** Takes a fresh reading. */
    void refresh() throws NativeIoException {
        textLength = (int) file.read(text.address(), TEXT_LENGTH, 0);
    }

    /** The number behind a label. */
    long numberAfter(byte[] label) {
        ByteBuffer bytes = text.bytes();
        for (int at = 0; at + label.length < textLength; at++) {
            if (matches(bytes, at, label)) {
                return number(bytes, at + label.length);
            }
        }
        throw new IllegalStateException(
                file.path() + " lacks: " + new String(label, StandardCharsets.US_ASCII).strip());
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
