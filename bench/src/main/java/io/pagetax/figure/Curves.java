package io.pagetax.figure;

import io.pagetax.distribution.Distributions;
import io.pagetax.distribution.Kind;
import io.pagetax.result.Row;
import java.util.ArrayList;
import java.util.List;

/** Collects curves for one chart. <b>Not thread-safe.</b> */
final class Curves {

    private final Distributions distributions;
    private final List<Mark> sure = new ArrayList<>();
    private final List<Mark> tails = new ArrayList<>();
    private int count;

    Curves(Distributions distributions) {
        this.distributions = distributions;
    }

    /** Adds that of a row, if its operations are known. */
    Curves add(Row row, Kind kind, String series, String target) {
        distributions.of(row.id()).flatMap(known -> known.histogram(kind)).ifPresent(histogram -> {
            Curve curve = Curve.of(histogram, series, target);
            sure.addAll(curve.sure());
            tails.addAll(curve.tail());
            count++;
        });
        return this;
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
