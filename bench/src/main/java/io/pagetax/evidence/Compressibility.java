package io.pagetax.evidence;

import io.pagetax.linux.file.AlignedBuffer;
import io.pagetax.linux.file.LinuxFile;
import java.io.IOException;
import java.util.zip.Deflater;
import org.jspecify.annotations.Nullable;

/** How well a file's data compresses. */
final class Compressibility {

    private static final int PIECES = 16;

    /** As much as a file system compresses at once; a device compresses pages, and leaves a little more. */
    private static final int PIECE_BYTES = 1 << 16;

    private Compressibility() {}

    /** What is left of pieces spread over the first bytes of a file, as a share; null if there is nothing to read. */
    static @Nullable Double deflatedShare(LinuxFile file, long usedBytes) throws IOException {
        byte[] piece = new byte[PIECE_BYTES];
        byte[] out = new byte[PIECE_BYTES * 2];
        long before = 0;
        long after = 0;
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        try (AlignedBuffer buffer = AlignedBuffer.allocate(PIECE_BYTES)) {
            long step = Math.max(PIECE_BYTES, usedBytes / PIECES / PIECE_BYTES * PIECE_BYTES);
            for (long at = 0; at < usedBytes && before < (long) PIECES * PIECE_BYTES; at += step) {
                int length = (int) file.read(buffer.address(), Math.min(PIECE_BYTES, usedBytes - at), at);
                buffer.bytes().get(0, piece, 0, length);
                deflater.reset();
                deflater.setInput(piece, 0, length);
                deflater.finish();
                before += length;
                after += deflater.deflate(out);
            }
        } finally {
            deflater.end();
        }
        return before == 0 ? null : Double.valueOf((double) after / before);
    }
}
