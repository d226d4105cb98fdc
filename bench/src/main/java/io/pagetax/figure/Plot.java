package io.pagetax.figure;

import java.util.ArrayList;
import java.util.List;

/** Builds a chart, layer by layer. <b>Not thread-safe.</b> */
final class Plot {

    private final Axis x;
    private final Axis y;
    private final List<Chart.Layer> layers = new ArrayList<>();
    private int pixelsAWord;
    private boolean inOnePanel;

    Plot(Axis x, Axis y) {
        this.x = x;
        this.y = y;
    }

    /** Puts the words of the first axis at the left, one above the other, with so much room for each. */
    Plot atTheSide(int pixelsEach) {
        pixelsAWord = pixelsEach;
        return this;
    }

    /** Puts all targets into one panel. */
    Plot inOnePanel() {
        inOnePanel = true;
        return this;
    }

    /** Points with their intervals, side by side where they would cover each other. */
    Plot intervals(List<Mark> marks) {
        return layer(Chart.Geom.INTERVALS, Chart.Line.SOLID, marks);
    }

    /** Points with their intervals, where they are. */
    Plot points(List<Mark> marks) {
        return layer(Chart.Geom.POINTS, Chart.Line.SOLID, marks);
    }

    /** Lines through the points of each series. */
    Plot lines(List<Mark> marks, Chart.Line line) {
        return layer(Chart.Geom.LINES, line, marks);
    }

    /** The intervals of each series as a band. */
    Plot bands(List<Mark> marks) {
        return layer(Chart.Geom.BANDS, Chart.Line.SOLID, marks);
    }

    /** A line from side to side at the height of each mark. */
    Plot horizontals(List<Mark> marks, Chart.Line line) {
        return layer(Chart.Geom.HORIZONTALS, line, marks);
    }

    /** A line from top to bottom at the place of each mark. */
    Plot verticals(List<Mark> marks, Chart.Line line) {
        return layer(Chart.Geom.VERTICALS, line, marks);
    }

    /** A line where nothing would differ. */
    Plot noDifference() {
        return layer(Chart.Geom.NO_DIFFERENCE, Chart.Line.DASHED, List.of());
    }

    private Plot layer(Chart.Geom geom, Chart.Line line, List<Mark> marks) {
        layers.add(new Chart.Layer(geom, line, marks));
        return this;
    }

    Chart chart() {
        return new Chart(x, y, pixelsAWord, inOnePanel, List.copyOf(layers));
    }
}
