package io.pagetax.figure;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jetbrains.letsPlot.commons.encoding.UnsupportedRGBEncoder;
import org.jetbrains.letsPlot.core.util.PlotSvgExportCommon;

/**
 * Draws a chart as SVG: one colour a series, one panel a target unless all share one, in the words of the grammar of
 * graphics, in which lets-plot takes them.
 *
 * @see <a href="https://lets-plot.org/python/pages/api.html">the layers and scales of lets-plot</a>
 */
final class LetsPlot {

    private static final int WIDTH = 900;
    private static final int PANEL_HEIGHT = 360;
    private static final double LINE_WIDTH = 0.8;
    private static final double POINT_SIZE = 3;
    private static final double BAND_OPACITY = 0.15;
    private static final double DODGE = 0.5;
    private static final double WORD_SHARE = 0.4;
    private static final double WORD_SIZE = 6;
    private static final double LETTER_WIDTH = 7;
    private static final int ROOM_OF_AXIS_IN_WORDS = 4;
    private static final String TEXT = "#333333";
    private static final String NEUTRAL = "#888888";

    private final Chart chart;

    private LetsPlot(Chart chart) {
        this.chart = chart;
    }

    /** A document of its own. */
    static String svg(Chart chart) {
        return PlotSvgExportCommon.INSTANCE.buildSvgImageFromRawSpecs(
                new LetsPlot(chart).spec(), null, new UnsupportedRGBEncoder(), false);
    }

    /** The library changes what it is given. */
    private Map<String, Object> spec() {
        List<Layer> layers = new ArrayList<>();
        if (chart.hasWordsAtTheSide()) {
            layers.add(wordsAtTheSide());
        }
        chart.layers().forEach(layer -> layers.addAll(layers(layer)));
        Map<String, Object> spec = new HashMap<>();
        spec.put("kind", "plot");
        spec.put("data", new HashMap<>());
        spec.put("mapping", new HashMap<>());
        spec.put("layers", new ArrayList<>(layers.stream().map(Layer::spec).toList()));
        spec.put(
                "scales",
                new ArrayList<>(Stream.of(chart.x().scale("x"), chart.y().scale("y"), colours("color"), colours("fill"))
                        .toList()));
        spec.put("ggsize", new HashMap<>(Map.of("width", WIDTH, "height", panelHeight() * panels())));
        Map<String, Object> theme = new HashMap<>(Map.of("legend_position", "bottom", "name", "bw"));
        spec.put("theme", theme);
        if (chart.hasWordsAtTheSide()) {
            theme.put("axis_text_x", new HashMap<>(Map.of("name", "text", "blank", true)));
            spec.put("coord", new HashMap<>(Map.of("name", "flip", "flip", true)));
        }
        if (panels() > 1) {
            spec.put("facet", new HashMap<>(Map.of("name", "grid", "y", "target")));
        }
        return spec;
    }

    private int panels() {
        return chart.inOnePanel() ? 1 : chart.targets().size();
    }

    private int panelHeight() {
        if (!chart.hasWordsAtTheSide()) {
            return PANEL_HEIGHT;
        }
        long words = chart.marks().map(Mark::x).distinct().count();
        return Math.toIntExact((words + ROOM_OF_AXIS_IN_WORDS) * chart.pixelsAWord());
    }

    /** The words of the first axis, written as marks, since the library cuts words of an axis off. */
    private Layer wordsAtTheSide() {
        List<Mark> marks = chart.marks().toList();
        boolean log = chart.y().kind() == Axis.Kind.LOG;
        DoubleSummaryStatistics ends = marks.stream()
                .flatMap(mark -> Stream.of(mark.lo(), mark.hi()))
                .collect(Collectors.summarizingDouble(value -> log ? Math.log(value) : value));
        double edge = ends.getMin() - roomForWords(marks) * (ends.getMax() - ends.getMin());
        double left = log ? Math.exp(edge) : edge;
        List<Mark> places = marks.stream()
                .filter(mark -> mark.equals(firstOfItsWord(mark, marks)))
                .map(mark -> new Mark(mark.x(), left, left, left, mark.series(), mark.target()))
                .toList();
        return layer("text", places)
                .with("hjust", 0.0)
                .with("size", WORD_SIZE)
                .with("color", TEXT)
                .showing("label", "x");
    }

    /** As a share of what is shown beside them. */
    private static double roomForWords(List<Mark> marks) {
        double widest = LETTER_WIDTH
                * marks.stream()
                        .mapToInt(mark -> mark.x().toString().length())
                        .max()
                        .orElse(0);
        return Math.max(WORD_SHARE, widest / Math.max(widest, WIDTH - widest));
    }

    /** A word is written once, whatever is shown beside it. */
    private static Mark firstOfItsWord(Mark mark, List<Mark> marks) {
        return marks.stream()
                .filter(other -> other.x().equals(mark.x()) && other.target().equals(mark.target()))
                .findFirst()
                .orElseThrow();
    }

    private List<Layer> layers(Chart.Layer layer) {
        List<Mark> marks = layer.marks();
        String line = layer.line().word();
        return switch (layer.geom()) {
            case INTERVALS ->
                List.of(
                        layer("linerange", marks).with("position", beside()).with("size", LINE_WIDTH),
                        layer("point", marks).with("position", beside()).with("size", POINT_SIZE));
            case POINTS -> List.of(layer("linerange", marks).with("size", LINE_WIDTH), points(marks));
            case LINES -> List.of(layer("line", marks).with("linetype", line).with("size", LINE_WIDTH));
            case BANDS ->
                List.of(layer("ribbon", marks)
                        .with("alpha", BAND_OPACITY)
                        .with("size", 0)
                        .showing("fill", "series"));
            case HORIZONTALS ->
                List.of(layer("hline", marks).showing("yintercept", "y").with("linetype", line));
            case VERTICALS ->
                List.of(layer("vline", marks).showing("xintercept", "x").with("linetype", line));
            case NO_DIFFERENCE ->
                List.of(new Layer("hline")
                        .with("yintercept", chart.y().noDifference())
                        .with("color", NEUTRAL)
                        .with("linetype", line));
        };
    }

    private static Map<String, Object> beside() {
        return new HashMap<>(Map.of("name", "dodge", "width", DODGE));
    }

    /** Where targets share a panel, the shape of a point tells its target. */
    private Layer points(List<Mark> marks) {
        Layer points = layer("point", marks).with("size", POINT_SIZE);
        return chart.inOnePanel() ? points.showing("shape", "target") : points;
    }

    private static Layer layer(String geom, List<Mark> marks) {
        return new Layer(geom)
                .with("data", data(marks))
                .showing("x", "x")
                .showing("y", "y")
                .showing("ymin", "lo")
                .showing("ymax", "hi")
                .showing("color", "series");
    }

    private static Map<String, Object> data(List<Mark> marks) {
        Map<String, Object> data = new HashMap<>();
        data.put("x", column(marks, Mark::x));
        data.put("y", column(marks, Mark::y));
        data.put("lo", column(marks, Mark::lo));
        data.put("hi", column(marks, Mark::hi));
        data.put("series", column(marks, Mark::series));
        data.put("target", column(marks, Mark::target));
        return data;
    }

    private static List<Object> column(List<Mark> marks, Function<Mark, Object> value) {
        return new ArrayList<>(marks.stream().map(value).toList());
    }

    /** Told apart by those who do not see all colours, too. */
    private static Map<String, Object> colours(String aesthetic) {
        return new HashMap<>(
                Map.of("aesthetic", aesthetic, "scale_mapper_kind", "color_brewer", "palette", "Dark2", "name", ""));
    }

    /** A kind of marks, what of the data they show, and what is the same for all of them. */
    private static final class Layer {

        private final Map<String, Object> options = new HashMap<>();
        private final Map<String, Object> mapping = new HashMap<>();

        Layer(String geom) {
            options.put("geom", geom);
            options.put("mapping", mapping);
        }

        Layer with(String option, Object value) {
            options.put(option, value);
            return this;
        }

        Layer showing(String aesthetic, String column) {
            mapping.put(aesthetic, column);
            return this;
        }

        Map<String, Object> spec() {
            return options;
        }
    }
}
