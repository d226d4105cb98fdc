package io.pagetax.testfile;

import java.nio.ByteBuffer;
import java.nio.file.Path;

/**
 * The contents of the data file: incompressible, different everywhere, and recognisable, so that a read can be checked
 * and no layer below can shrink or share it.
 *
 * <p>Each unit of {@value #UNIT} bytes (or of the block, if that is smaller) begins with a header; the rest is a
 * pseudo-random stream that follows from the header alone.
 *
 * <pre>
 *   0 +--------------+
 *     | file id  u64 |
 *   8 +--------------+
 *     | offset   u64 |  of this unit in the file, in bytes
 *  16 +--------------+
 *     | generation   |  0 as laid out; then the number of the pass that wrote it
 *  24 +--------------+
 *     | stream seed  |
 *  32 +--------------+
 *     | stream  ...  |
 * </pre>
 *
 * <p>Buffers are in native byte order. Immutable and thread-safe.
 */
public final class BlockPattern {

    /** Bytes in a unit. */
    public static final int UNIT = 4096;

    private static final int ID_OFFSET = 0;
    private static final int POSITION_OFFSET = ID_OFFSET + Long.BYTES;
    private static final int GENERATION_OFFSET = POSITION_OFFSET + Long.BYTES;
    private static final int SEED_OFFSET = GENERATION_OFFSET + Long.BYTES;
    private static final int STREAM_OFFSET = SEED_OFFSET + Long.BYTES;

    private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

    private final long fileId;

    private BlockPattern(long fileId) {
        this.fileId = fileId;
    }

    /** The pattern of a file: its name makes the id by which its blocks are told from those of others. */
    public static BlockPattern of(Path file) {
        long id = GOLDEN_GAMMA;
        for (char letter : file.getFileName().toString().toCharArray()) {
            id = mix(id ^ letter);
        }
        return new BlockPattern(id);
    }

    /** Fills {@code length} bytes from the buffer's start as the contents of the file at {@code fileOffset}. */
    public void fill(ByteBuffer buffer, int length, long fileOffset, long generation) {
        for (int unit = 0; unit < length; unit += UNIT) {
            long position = fileOffset + unit;
            long seed = mix(fileId ^ mix(position + generation));
            int end = Math.min(unit + UNIT, length);
            header(buffer, unit, position, generation);
            buffer.putLong(unit + SEED_OFFSET, seed);
            long state = seed;
            for (int at = unit + STREAM_OFFSET; at < end; at += Long.BYTES) {
                state += GOLDEN_GAMMA;
                buffer.putLong(at, mix(state));
            }
        }
    }

    /**
     * Turns a filled buffer into the contents of another place and generation by rewriting the headers alone: cheap
     * enough for a timed loop. The stream stays as it was, and stays right, since the header carries its seed.
     */
    public void stamp(ByteBuffer buffer, int length, long fileOffset, long generation) {
        for (int unit = 0; unit < length; unit += UNIT) {
            header(buffer, unit, fileOffset + unit, generation);
        }
    }

    private void header(ByteBuffer buffer, int unit, long position, long generation) {
        buffer.putLong(unit + ID_OFFSET, fileId);
        buffer.putLong(unit + POSITION_OFFSET, position);
        buffer.putLong(unit + GENERATION_OFFSET, generation);
    }

    /** Whether {@code length} bytes are what this pattern puts at {@code fileOffset}, in whatever generation. */
    public boolean matches(ByteBuffer buffer, int length, long fileOffset) {
        for (int unit = 0; unit < length; unit += UNIT) {
            if (buffer.getLong(unit + ID_OFFSET) != fileId
                    || buffer.getLong(unit + POSITION_OFFSET) != fileOffset + unit
                    || !streamMatches(buffer, unit, Math.min(unit + UNIT, length))) {
                return false;
            }
        }
        return true;
    }

    private static boolean streamMatches(ByteBuffer buffer, int unit, int end) {
        long state = buffer.getLong(unit + SEED_OFFSET);
        for (int at = unit + STREAM_OFFSET; at < end; at += Long.BYTES) {
            state += GOLDEN_GAMMA;
            if (buffer.getLong(at) != mix(state)) {
                return false;
            }
        }
        return true;
    }

    /** SplitMix64's finaliser (Steele, Lea, Flood 2014). */
    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
