package io.pagetax.figure;

import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;

/** Collects curves for one chart. <b>Not thread-safe.</b> */
final class Curves {

    private final List<Mark> sure = new ArrayList<>();
    private final List<Mark> tails = new ArrayList<>();
    private int count;

    /** Adds that of a histogram of nanoseconds. */
    void add(Histogram nanos, String series, String target) {
        Curve curve = Curve.of(nanos, series, target);
        sure.addAll(curve.sure());
        tails.addAll(curve.tail());
        count++;
    }

    int count() {
        return count;
    }

    Plot plot() {
        return new Plot(new Axis("percentile", Axis.Kind.NINES), new Axis("time per operation, µs", Axis.Kind.LOG))
                .lines(sure, Chart.Line.SOLID)
                .lines(tails, Chart.Line.DOTTED);
    }
}
