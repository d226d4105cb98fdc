package io.pagetax.latency;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;
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

    private static final int OUTER_HEAD = 8;
    private static final int INNER_HEAD = 40;
    private static final int MIN_INNER_LENGTH = 4096;

    private static final int LEB_BITS = 7;
    private static final int LEB_MASK = 0x7f;
    private static final int LEB_MORE = 0x80;
    private static final int LEB_LONGEST = 9;

    private final Inflater inflater = new Inflater();
    private byte[] inner = new byte[MIN_INNER_LENGTH];
    private int[] indices = new int[MIN_INNER_LENGTH];
    private long[] counts = new long[MIN_INNER_LENGTH];
    private int size;
    private int at;

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

    void decode(String base64) throws DataFormatException {
        ByteBuffer outer = ByteBuffer.wrap(Base64.getDecoder().decode(base64.getBytes(StandardCharsets.ISO_8859_1)));
        size = 0;
        if (outer.remaining() < OUTER_HEAD || (outer.getInt() & COOKIE_MASK) != OUTER_COOKIE) {
            throw new IllegalArgumentException("not a histogram of version 2");
        }
        int length = outer.getInt();
        inflater.reset();
        inflater.setInput(outer.array(), OUTER_HEAD, Math.min(length, outer.remaining()));
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
            throw new IllegalArgumentException("a histogram that ends early");
        }
        readCounts(end);
    }

    private int inflateAll() throws DataFormatException {
        int inflated = 0;
        while (!inflater.finished()) {
            if (inflated == inner.length) {
                inner = Arrays.copyOf(inner, 2 * inner.length);
            }
            int more = inflater.inflate(inner, inflated, inner.length - inflated);
            if (more == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
                throw new IllegalArgumentException("a histogram that ends early");
            }
            inflated += more;
        }
        return inflated;
    }

    private void readCounts(int end) {
        int index = 0;
        at = INNER_HEAD;
        while (at < end) {
            long count = readNumber();
            if (count < 0) {
                index = Math.toIntExact(index - count);
            } else {
                if (count > 0) {
                    add(Objects.checkIndex(index, PLACES), count);
                }
                index++;
            }
        }
    }

    private void add(int index, long count) {
        if (size == indices.length) {
            indices = Arrays.copyOf(indices, 2 * size);
            counts = Arrays.copyOf(counts, 2 * size);
        }
        indices[size] = index;
        counts[size] = count;
        size++;
    }

    private long readNumber() {
        long bits = 0;
        for (int i = 0; i < LEB_LONGEST; i++) {
            int next = inner[at++];
            if (i == LEB_LONGEST - 1) {
                // The last of nine bytes holds eight bits.
                bits |= (long) (next & 0xff) << (i * LEB_BITS);
                break;
            }
            bits |= (long) (next & LEB_MASK) << (i * LEB_BITS);
            if ((next & LEB_MORE) == 0) {
                break;
            }
        }
        return (bits >>> 1) ^ -(bits & 1);
    }
}
