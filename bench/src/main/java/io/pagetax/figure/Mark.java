package io.pagetax.figure;

import io.pagetax.result.Estimate;
import java.util.function.DoubleUnaryOperator;

/**
 * A point of a figure.
 *
 * @param x a number or, on an axis of words, a word
 * @param lo lower end of its interval; {@code y} if it has none
 * @param hi upper end of its interval; {@code y} if it has none
 * @param series what it belongs to; those of a series have a colour and are joined by lines
 * @param target that it was measured on; each has a panel
 */
public record Mark(Object x, double y, double lo, double hi, String series, String target) {

    private static final double NANOS_PER_MICRO = 1000;
    private static final double PERCENT = 100;

    private static Mark of(Object x, Estimate estimate, DoubleUnaryOperator unit, String series, String target) {
        double y = unit.applyAsDouble(estimate.median());
        Double lo = estimate.lo95();
        Double hi = estimate.hi95();
        return lo == null || hi == null
                ? new Mark(x, y, y, y, series, target)
                : new Mark(x, y, unit.applyAsDouble(lo), unit.applyAsDouble(hi), series, target);
    }

    /** A time in microseconds. */
    static Mark micros(Object x, Estimate nanos, String series, String target) {
        return of(x, nanos, value -> value / NANOS_PER_MICRO, series, target);
    }

    /** A ratio as it is. */
    static Mark ratio(Object x, Estimate ratio, String series, String target) {
        return of(x, ratio, DoubleUnaryOperator.identity(), series, target);
    }

    /** A ratio as a change in percent. */
    static Mark change(Object x, Estimate ratio, String series, String target) {
        return of(x, ratio, value -> (value - 1) * PERCENT, series, target);
    }
}
