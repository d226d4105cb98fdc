package io.pagetax.figure;

import java.util.List;
import java.util.stream.Stream;

/**
 * What is drawn, whoever draws it: marks in layers over two axes, one colour a series, one panel a target unless all share
 * one.
 *
 * @param pixelsAWord height for each word of the first axis, if these stand at the left, one above the other; else 0
 * @param inOnePanel whether all targets share a panel
 * @param layers from back to front
 */
public record Chart(Axis x, Axis y, int pixelsAWord, boolean inOnePanel, List<Layer> layers) {

    /**
     * Marks that are drawn alike.
     *
     * @param line how their lines are drawn
     */
    public record Layer(Geom geom, Line line, List<Mark> marks) {}

    /** What is drawn for a mark. */
    public enum Geom {
        /** A point and its interval, where it is. */
        POINTS,
        /** The same, side by side where they would cover each other. */
        INTERVALS,
        /** A line through those of a series. */
        LINES,
        /** The intervals of a series as an area. */
        BANDS,
        /** A line from side to side at its height. */
        HORIZONTALS,
        /** A line from top to bottom at its place. */
        VERTICALS,
        /** A line where nothing would differ; without marks. */
        NO_DIFFERENCE
    }

    /** How a line is drawn. */
    public enum Line {
        /** Without gaps. */
        SOLID("solid"),
        /** In strokes. */
        DASHED("dashed"),
        /** In points. */
        DOTTED("dotted");

        private final String word;

        Line(String word) {
            this.word = word;
        }

        /** As plotting libraries call it. */
        public String word() {
            return word;
        }
    }

    /** Whether the words of the first axis stand at the left. */
    public boolean hasWordsAtTheSide() {
        return pixelsAWord > 0;
    }

    /** Those of all layers. */
    public Stream<Mark> marks() {
        return layers.stream().flatMap(layer -> layer.marks.stream());
    }

    /** In the order in which they come. */
    public List<String> targets() {
        return marks().map(Mark::target).distinct().toList();
    }
}
