package io.pagetax.probe;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * What stands in the files: every eight bytes tell where in the file they belong and in which generation they were
 * written, so that a read shows whether it got new data, old data, zeros, or what belongs elsewhere. It can be compressed
 * well, as most pages of databases can.
 */
final class Content {

    /** {@link #generation} of bytes that were never written. */
    static final int ZEROS = 0;

    /** {@link #generation} of bytes that are in place, some of them of one generation and some of another. */
    static final int TORN = -1;

    /** {@link #generation} of bytes of which some are in place and some zeros. */
    static final int PARTLY_ZEROS = -2;

    /** {@link #generation} of bytes that do not belong there. */
    static final int GARBAGE = -3;

    private static final int GENERATION_SHIFT = 40;
    private static final long PLACE_MASK = (1L << GENERATION_SHIFT) - 1;

    private Content() {}

    /**
     * Fills a part of a buffer.
     *
     * @param offset in the file, in bytes
     * @param generation from 1 to 2^23
     */
    static void fill(ByteBuffer buffer, int at, int length, long offset, int generation) {
        ByteBuffer words = buffer.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        int done = 0;
        while (done < length) {
            long place = offset + done;
            if (place % Long.BYTES == 0 && length - done >= Long.BYTES) {
                words.putLong(at + done, word(place, generation));
                done += Long.BYTES;
            } else {
                words.put(at + done, byteAt(place, generation));
                done++;
            }
        }
    }

    private static long word(long place, int generation) {
        return ((long) generation << GENERATION_SHIFT) | (place / Long.BYTES);
    }

    private static byte byteAt(long place, int generation) {
        return (byte) (word(place, generation) >>> (place % Long.BYTES * Byte.SIZE));
    }

    /** Whether a part of a buffer is what {@link #fill} makes of it. */
    static boolean matches(ByteBuffer buffer, int at, int length, long offset, int generation) {
        for (int done = 0; done < length; done++) {
            if (buffer.get(at + done) != byteAt(offset + done, generation)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Which generation it is, or one of the constants of this class.
     *
     * @param offset in the file, a multiple of eight, as {@code length} is
     */
    static int generation(ByteBuffer buffer, int at, int length, long offset) {
        ByteBuffer words = buffer.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        int first = generation(words.getLong(at), offset);
        int found = first;
        for (int done = Long.BYTES; done < length && found != GARBAGE; done += Long.BYTES) {
            int next = generation(words.getLong(at + done), offset + done);
            if (next != first) {
                found = different(found, first, next);
            }
        }
        return found;
    }

    private static int generation(long word, long place) {
        if (word == 0) {
            return ZEROS;
        }
        long generation = word >>> GENERATION_SHIFT;
        boolean inPlace = (word & PLACE_MASK) == place / Long.BYTES && generation > 0;
        return inPlace ? (int) generation : GARBAGE;
    }

    private static int different(int found, int first, int next) {
        if (next == GARBAGE) {
            return GARBAGE;
        }
        return found == PARTLY_ZEROS || first == ZEROS || next == ZEROS ? PARTLY_ZEROS : TORN;
    }
}
