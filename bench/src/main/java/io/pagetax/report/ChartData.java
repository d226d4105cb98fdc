package io.pagetax.report;

import io.pagetax.figure.Axis;
import io.pagetax.figure.Chart;
import io.pagetax.figure.Mark;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A chart as the page's script takes it: a series' marks as columns of numbers, since there may be a million. */
record ChartData(Axis x, Axis y, boolean wordsAtTheSide, int pixelsAWord, boolean inOnePanel, List<Layer> layers) {

    /** As {@link Chart.Layer}. */
    record Layer(Chart.Geom geom, String line, List<Series> series) {}

    /**
     * Marks of one colour on one target.
     *
     * @param lo null if all are {@code y}
     * @param hi null if all are {@code y}
     */
    record Series(
            String name,
            String target,
            List<Object> x,
            List<Double> y,
            @Nullable List<Double> lo,
            @Nullable List<Double> hi) {}

    static ChartData of(Chart chart) {
        return new ChartData(
                chart.x(),
                chart.y(),
                chart.hasWordsAtTheSide(),
                chart.pixelsAWord(),
                chart.inOnePanel(),
                chart.layers().stream()
                        .map(layer -> new Layer(layer.geom(), layer.line().word(), series(layer.marks())))
                        .toList());
    }

    private static List<Series> series(List<Mark> marks) {
        Map<List<String>, List<Mark>> bySeries = marks.stream()
                .collect(Collectors.groupingBy(
                        mark -> List.of(mark.series(), mark.target()), LinkedHashMap::new, Collectors.toList()));
        return bySeries.values().stream().map(ChartData::oneSeries).toList();
    }

    private static Series oneSeries(List<Mark> marks) {
        boolean certain = marks.stream().allMatch(mark -> mark.lo() == mark.y() && mark.hi() == mark.y());
        return new Series(
                marks.get(0).series(),
                marks.get(0).target(),
                marks.stream().map(mark -> place(mark.x())).toList(),
                column(marks, Mark::y),
                certain ? null : column(marks, Mark::lo),
                certain ? null : column(marks, Mark::hi));
    }

    private static List<Double> column(List<Mark> marks, ToDoubleFunction<Mark> value) {
        return marks.stream()
                .map(mark -> PageNumbers.rounded(value.applyAsDouble(mark)))
                .toList();
    }

    private static Object place(Object x) {
        // Whole numbers are points in time.
        return x instanceof Double number ? PageNumbers.rounded(number) : x;
    }
}
