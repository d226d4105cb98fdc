package io.pagetax.linux.syscall;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;

/** Crossing between addresses and buffers. Nothing here owns memory. */
public final class NativeMemory {

    private static final Charset FILE_NAME_CHARSET = Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8"));

    private static final int PAGE_SIZE = NativeAccess.chosen().pageSize();

    private NativeMemory() {}

    /** Bytes in a page of this machine's memory: the unit of the page cache and of every alignment. */
    public static int pageSize() {
        return PAGE_SIZE;
    }

    /**
     * A view of {@code length} bytes from {@code address} in native byte order. The memory is neither owned nor kept
     * alive by the view: touching the view after the memory is unmapped crashes the JVM.
     */
    public static ByteBuffer view(long address, int length) {
        return NativeAccess.chosen().view(address, length);
    }

    /** The encoding that the JVM uses for file names. */
    public static Charset fileNameCharset() {
        return FILE_NAME_CHARSET;
    }

    /** The address of a direct buffer's first byte; valid while the buffer is reachable. */
    public static long addressOf(ByteBuffer buffer) {
        return NativeAccess.chosen().addressOf(buffer);
    }

    /** A NUL-terminated copy of a file name in the encoding that the JVM uses for file names. */
    public static ByteBuffer cString(String text) {
        byte[] bytes = text.getBytes(FILE_NAME_CHARSET);
        ByteBuffer copy = ByteBuffer.allocateDirect(bytes.length + 1);
        copy.put(0, bytes);
        return copy;
    }
}
