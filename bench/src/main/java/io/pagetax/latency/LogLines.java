package io.pagetax.latency;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * The lines of a file, one at a time, as bytes: nearly all of an interval log is base64, of which no strings are needed.
 * Positions are bytes from the start of the line. <b>Not thread-safe.</b>
 */
final class LogLines implements AutoCloseable {

    private static final int BUFFER_BYTES = 1 << 16;

    private final InputStream in;
    private byte[] buffer = new byte[BUFFER_BYTES];
    private int filled;
    private int start;
    private int end;
    private int next;

    private LogLines(InputStream in) {
        this.in = in;
    }

    static LogLines open(Path file) throws IOException {
        return new LogLines(Files.newInputStream(file));
    }

    /** Goes on to the next line; false if there is none. A last one need not end. */
    boolean next() throws IOException {
        start = next;
        int looked = start;
        while (true) {
            for (int i = looked; i < filled; i++) {
                if (buffer[i] == '\n') {
                    endAt(i, i + 1);
                    return true;
                }
            }
            looked = filled - start;
            if (!fill()) {
                endAt(filled, filled);
                return start < filled;
            }
        }
    }

    private void endAt(int position, int nextStart) {
        boolean isCrLf = position > start && buffer[position - 1] == '\r';
        end = isCrLf ? position - 1 : position;
        next = nextStart;
    }

    /** Reads on, after it has moved the line that is not whole yet to the front. */
    private boolean fill() throws IOException {
        System.arraycopy(buffer, start, buffer, 0, filled - start);
        filled -= start;
        start = 0;
        if (filled == buffer.length) {
            buffer = Arrays.copyOf(buffer, 2 * filled);
        }
        int read = in.read(buffer, filled, buffer.length - filled);
        filled += Math.max(0, read);
        return read > 0;
    }

    int length() {
        return end - start;
    }

    boolean startsWith(String ascii) {
        return length() >= ascii.length() && text(0, ascii.length()).equals(ascii);
    }

    /** Where a character of ASCII comes next; negative if it does not. */
    int indexOf(char ascii, int from) {
        for (int i = start + from; i < end; i++) {
            if (buffer[i] == ascii) {
                return i - start;
            }
        }
        return -1;
    }

    String text(int from, int to) {
        return new String(buffer, start + from, to - from, StandardCharsets.UTF_8);
    }

    /** From a position to the end of the line, valid until the next one. */
    ByteBuffer bytes(int from) {
        return ByteBuffer.wrap(buffer, start + from, length() - from);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
