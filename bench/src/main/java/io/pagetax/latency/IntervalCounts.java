package io.pagetax.latency;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * What an interval has recorded, without the values that did not occur. <b>Not thread-safe</b>, and filled anew by the scan
 * that it comes from.
 *
 * <p>The payload in an interval log, big-endian, inside of base64:
 *
 * <pre>
 *   0        4        8
 *   +--------+--------+---------------------
 *   | cookie | length | deflated:
 *   +--------+--------+
 *       0        4        8        12       16       24        32      40
 *       +--------+--------+--------+--------+--------+---------+-------+-------------
 *       | cookie | length | offset | digits | lowest | highest | ratio | counts
 *       +--------+--------+--------+--------+--------+---------+-------+-------------
 * </pre>
 *
 * <p>A count is a ZigZag LEB128 number of at most 9 bytes; a negative one stands for so many zeros.
 *
 * @see <a href="https://github.com/HdrHistogram/HdrHistogram/blob/HdrHistogram-2.2.2/src/main/java/org/HdrHistogram/AbstractHistogram.java">fillBufferFromCountsArray</a>
 */
public final class IntervalCounts {

    /** Places that there are. */
    public static final int PLACES = (Long.SIZE
                    - Long.numberOfLeadingZeros(LatencyRecorder.HIGHEST_NANOS)
                    - LatencyRecorder.HALF_BUCKET_BITS
                    + 1)
            << LatencyRecorder.HALF_BUCKET_BITS;

    private static final int OUTER_COOKIE = 0x1c849304;
    private static final int INNER_COOKIE = 0x1c849303;

    /** These bits tell the width of counts. */
    private static final int COOKIE_MASK = ~0xf0;

    private static final String ENDS_EARLY = "a histogram that ends early";

    private static final int OUTER_HEAD = 8;
    private static final int INNER_HEAD = 40;
    private static final int MIN_INNER_LENGTH = 4096;

    private static final int LEB_BITS = 7;
    private static final int LEB_MASK = 0x7f;

    private static final int LEB_LONGEST = 9;

    /** The last of nine bytes holds eight bits. */
    private static final int LEB_LAST_SHIFT = 56;

    private static final long LEB_LAST_MASK = 0xff;

    private final Inflater inflater = new Inflater();
    private byte[] inner = new byte[MIN_INNER_LENGTH];
    private int[] indices = new int[MIN_INNER_LENGTH];
    private long[] counts = new long[MIN_INNER_LENGTH];
    private int size;

    IntervalCounts() {}

    /** Number of different values. */
    public int size() {
        return size;
    }

    /** Place of a value among all that can be told apart, below {@link #PLACES}, as {@link #valueAt} takes it; ascending. */
    public int index(int i) {
        return indices[i];
    }

    /** Times that it occurred. */
    public long count(int i) {
        return counts[i];
    }

    /** The smallest number of nanoseconds that is recorded in a place. */
    public static long valueAt(int index) {
        int bucket = (index >> LatencyRecorder.HALF_BUCKET_BITS) - 1;
        long half = 1L << LatencyRecorder.HALF_BUCKET_BITS;
        long within = index & (half - 1);
        return bucket < 0 ? within : (within + half) << bucket;
    }

    void decode(ByteBuffer base64) throws DataFormatException {
        ByteBuffer outer = Base64.getDecoder().decode(base64);
        if (outer.remaining() < OUTER_HEAD || (outer.getInt() & COOKIE_MASK) != OUTER_COOKIE) {
            throw new IllegalArgumentException("not a histogram of version 2");
        }
        int length = outer.getInt();
        inflater.reset();
        inflater.setInput(outer.slice(OUTER_HEAD, Math.min(Math.max(length, 0), outer.remaining())));
        int inflated = inflateAll();
        ByteBuffer head = ByteBuffer.wrap(inner, 0, inflated);
        if (inflated < INNER_HEAD || (head.getInt() & COOKIE_MASK) != INNER_COOKIE) {
            throw new IllegalArgumentException("not a histogram of version 2");
        }
        int end = INNER_HEAD + head.getInt();
        if (head.getInt() != 0 || head.getInt() != LatencyRecorder.SIGNIFICANT_DIGITS || head.getLong() != 1) {
            throw new IllegalArgumentException("not a histogram of nanoseconds to 3 digits");
        }
        if (end > inflated) {
            throw new IllegalArgumentException(ENDS_EARLY);
        }
        readCounts(end);
    }

    private int inflateAll() throws DataFormatException {
        int inflated = 0;
        while (!inflater.finished()) {
            // The last number may be cut off.
            int room = inner.length - LEB_LONGEST - inflated;
            if (room == 0) {
                inner = Arrays.copyOf(inner, 2 * inner.length);
                continue;
            }
            int more = inflater.inflate(inner, inflated, room);
            if (more == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
                throw new IllegalArgumentException(ENDS_EARLY);
            }
            inflated += more;
        }
        return inflated;
    }

    /** Fields are read once and written once: a log of some hours holds 10^8 counts. */
    private void readCounts(int end) {
        makeRoom(end - INNER_HEAD);
        byte[] bytes = inner;
        int read = 0;
        long index = 0;
        int at = INNER_HEAD;
        while (at < end) {
            byte next = bytes[at++];
            long bits = next & LEB_MASK;
            for (int shift = LEB_BITS; next < 0 && shift < LEB_LAST_SHIFT; shift += LEB_BITS) {
                next = bytes[at++];
                bits |= (long) (next & LEB_MASK) << shift;
            }
            if (next < 0) {
                bits |= (bytes[at++] & LEB_LAST_MASK) << LEB_LAST_SHIFT;
            }
            long count = (bits >>> 1) ^ -(bits & 1);
            if (count < 0) {
                index -= count;
            } else {
                indices[read] = (int) index;
                counts[read] = count;
                read += count > 0 ? 1 : 0;
                index++;
            }
            if (index < 0 || index > PLACES) {
                throw new IllegalArgumentException("a histogram of longer times than an hour");
            }
        }
        if (at > end) {
            throw new IllegalArgumentException(ENDS_EARLY);
        }
        size = read;
    }

    /** A number takes a byte at least. */
    private void makeRoom(int numbers) {
        if (numbers > indices.length) {
            indices = new int[numbers];
            counts = new long[numbers];
        }
    }
}
