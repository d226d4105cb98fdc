package io.pagetax.result;

import java.util.List;

/**
 * The hit ratio of the page cache from which on a way through it costs no more than direct I/O, which does not look.
 *
 * @param path the way through the cache
 * @param direct id of the row that it is held against
 * @param rows ids of its rows, in order of their hit ratios: the measured curve, from 0 to 1
 * @param measured where the curve crosses, each round by itself and straight between two rows: 0 if it is cheaper from the
 *     start, 1 if it is dearer to the end
 * @param predicted t / (t + c_direct − c_hit), each round by itself: t is what a miss costs more than c_direct, c_hit what a
 *     hit costs; in the same bounds
 * @param rounds in which all rows have a sample
 */
public record BreakEven(
        String path, String direct, List<String> rows, Estimate measured, Estimate predicted, int rounds) {}
