package io.pagetax.figure;

import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramIterationValue;

/**
 * A distribution as a curve: times over percentiles, on an axis of nines.
 *
 * @param sure up to the last percentile that ten operations or more lie beyond
 * @param tail from there to the maximum, which single operations decide
 */
record Curve(List<Mark> sure, List<Mark> tail) {

    private static final int TICKS_PER_HALF_DISTANCE = 5;
    private static final int LEAST_BEYOND = 10;
    private static final double ALL = 100;
    private static final double NANOS_PER_MICRO = 1000;

    /** Of a histogram of nanoseconds that is not empty. */
    static Curve of(Histogram nanos, String series, String target) {
        long total = nanos.getTotalCount();
        List<Mark> sure = new ArrayList<>();
        List<Mark> tail = new ArrayList<>();
        for (HistogramIterationValue step : nanos.percentiles(TICKS_PER_HALF_DISTANCE)) {
            double share = step.getPercentileLevelIteratedTo() / ALL;
            if (share < 1) {
                Mark mark = mark(share, step.getValueIteratedTo(), series, target);
                ((1 - share) * total >= LEAST_BEYOND ? sure : tail).add(mark);
            }
        }
        if (!sure.isEmpty()) {
            tail.add(0, sure.get(sure.size() - 1));
        }
        tail.add(mark(1 - 1.0 / Math.max(2, total), nanos.getMaxValue(), series, target));
        return new Curve(sure, tail);
    }

    private static Mark mark(double share, long nanos, String series, String target) {
        double micros = nanos / NANOS_PER_MICRO;
        return new Mark(Axis.nines(share), micros, micros, micros, series, target);
    }
}
