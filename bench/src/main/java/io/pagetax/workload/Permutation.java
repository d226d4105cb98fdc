package io.pagetax.workload;

/**
 * A pseudo-random permutation of 0 to n - 1 that needs no memory, so that a file of any size can be visited in random
 * order without a table or a bitmap.
 *
 * <p>Multiplication by an odd number, addition, and exclusive-or with a right shift are each a bijection of the numbers
 * of k bits; their composition is one, too. Where n is not a power of two, results outside of the range are mapped
 * again until they fall inside ("cycle walking"), less than twice on average, which keeps it a bijection of 0 to n - 1.
 *
 * <p>Immutable and thread-safe.
 */
public final class Permutation {

    private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;
    private static final int ROUNDS = 3;

    private final long n;
    private final long mask;
    private final int shift;
    private final long add0;
    private final long add1;
    private final long add2;
    private final long multiply0;
    private final long multiply1;
    private final long multiply2;
    private final long divide0;
    private final long divide1;
    private final long divide2;

    /** A permutation of 0 to {@code n - 1}; equal seeds give equal permutations. */
    public Permutation(long n, long seed) {
        if (n < 1) {
            throw new IllegalArgumentException("n must be at least 1: n=" + n);
        }
        int bits = Math.max(1, Long.SIZE - Long.numberOfLeadingZeros(n - 1));
        this.n = n;
        this.mask = -1L >>> (Long.SIZE - bits);
        this.shift = (bits + 1) / 2;
        long stream = scramble(seed);
        this.add0 = stream;
        this.add1 = scramble(stream + ROUNDS);
        this.add2 = scramble(stream + ROUNDS + ROUNDS);
        this.multiply0 = scramble(add0 + 1) | 1;
        this.multiply1 = scramble(add1 + 1) | 1;
        this.multiply2 = scramble(add2 + 1) | 1;
        this.divide0 = inverse(multiply0);
        this.divide1 = inverse(multiply1);
        this.divide2 = inverse(multiply2);
    }

    /** The number that {@code index}, 0 to n - 1, is mapped to. */
    public long apply(long index) {
        long x = index;
        do {
            x = (x + add0) & mask;
            x ^= x >>> shift;
            x = (x * multiply0 + add1) & mask;
            x ^= x >>> shift;
            x = (x * multiply1 + add2) & mask;
            x ^= x >>> shift;
            x = (x * multiply2) & mask;
            x ^= x >>> shift;
        } while (x >= n);
        return x;
    }

    /**
     * The number that is mapped to {@code image}, 0 to n - 1: what {@link #apply} does, undone step by step. To shift by
     * half of the bits or more and exclude undoes itself.
     */
    public long invert(long image) {
        long x = image;
        do {
            x ^= x >>> shift;
            x = (x * divide2) & mask;
            x ^= x >>> shift;
            x = ((x - add2) * divide1) & mask;
            x ^= x >>> shift;
            x = ((x - add1) * divide0) & mask;
            x ^= x >>> shift;
            x = (x - add0) & mask;
        } while (x >= n);
        return x;
    }

    /** The inverse of an odd number modulo a power of two: Newton's method doubles the bits that are right each time. */
    private static long inverse(long odd) {
        long inverse = odd;
        for (int rightBits = 3; rightBits < Long.SIZE; rightBits *= 2) {
            inverse *= 2 - odd * inverse;
        }
        return inverse;
    }

    /** SplitMix64's finaliser (Steele, Lea, Flood: Fast Splittable Pseudorandom Number Generators, 2014). */
    static long scramble(long value) {
        long z = value + GOLDEN_GAMMA;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
