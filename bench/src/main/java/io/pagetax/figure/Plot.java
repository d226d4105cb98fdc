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
 * A drawing in layers over two axes, one colour a series, one panel a target unless all share one: the words of the
 * grammar of graphics, in which lets-plot takes them. <b>Not thread-safe.</b>
 *
 * @see <a href="https://lets-plot.org/python/pages/api.html">the layers and scales of lets-plot</a>
 */
final class Plot {

    private static final int WIDTH = 900;
    private static final int PANEL_HEIGHT = 360;
    private static final double LINE_WIDTH = 0.8;
    private static final double POINT_SIZE = 3;
    private static final double BAND_OPACITY = 0.15;
    private static final double DODGE = 0.5;
    private static final double WORD_SHARE = 0.4;
    private static final double WORD_SIZE = 6;
    private static final double LETTER_WIDTH = 7;
    private static final String TEXT = "#333333";
    private static final String NEUTRAL = "#888888";

    private final Axis x;
    private final Axis y;
    private final List<Layer> layers = new ArrayList<>();
    private final List<String> targets = new ArrayList<>();
    private boolean flipped;
    private boolean shared;
    private int panelHeight = PANEL_HEIGHT;

    Plot(Axis x, Axis y) {
        this.x = x;
        this.y = y;
    }

    /**
     * Puts the words of the first axis at the left, one above the other, with so much room for each. They are written as
     * marks, since the library cuts words of an axis off.
     *
     * @param marks all that are shown
     * @param pixelsEach height for a word
     */
    Plot atTheSide(List<Mark> marks, int pixelsEach) {
        flipped = true;
        long words = marks.stream().map(Mark::x).distinct().count();
        panelHeight = Math.toIntExact((words + 4) * pixelsEach);
        boolean log = y.kind() == Axis.Kind.LOG;
        DoubleSummaryStatistics ends = marks.stream()
                .flatMap(mark -> Stream.of(mark.lo(), mark.hi()))
                .collect(Collectors.summarizingDouble(value -> log ? Math.log(value) : value));
        double edge = ends.getMin() - roomForWords(marks) * (ends.getMax() - ends.getMin());
        double left = log ? Math.exp(edge) : edge;
        List<Mark> places = marks.stream()
                .filter(mark -> mark.equals(firstOfItsWord(mark, marks)))
                .map(mark -> new Mark(mark.x(), left, left, left, mark.series(), mark.target()))
                .toList();
        layer("text", places)
                .with("hjust", 0.0)
                .with("size", WORD_SIZE)
                .with("color", TEXT)
                .showing("label", "x");
        return this;
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

    /** Puts all targets into one panel, where the shape of a point tells its target. */
    Plot inOnePanel() {
        shared = true;
        return this;
    }

    /** Points with their intervals, side by side where they would cover each other. */
    Plot intervals(List<Mark> marks) {
        layer("linerange", marks).with("position", beside()).with("size", LINE_WIDTH);
        layer("point", marks).with("position", beside()).with("size", POINT_SIZE);
        return this;
    }

    private static Map<String, Object> beside() {
        return new HashMap<>(Map.of("name", "dodge", "width", DODGE));
    }

    /** Points with their intervals, where they are. */
    Plot points(List<Mark> marks) {
        layer("linerange", marks).with("size", LINE_WIDTH);
        Layer points = layer("point", marks).with("size", POINT_SIZE);
        if (shared) {
            points.showing("shape", "target");
        }
        return this;
    }

    /** Lines through the points of each series. */
    Plot lines(List<Mark> marks, Line line) {
        layer("line", marks).with("linetype", line.word).with("size", LINE_WIDTH);
        return this;
    }

    /** The intervals of each series as a band. */
    Plot bands(List<Mark> marks) {
        layer("ribbon", marks).with("alpha", BAND_OPACITY).with("size", 0).showing("fill", "series");
        return this;
    }

    /** A line from side to side at the height of each mark. */
    Plot horizontals(List<Mark> marks, Line line) {
        layer("hline", marks).showing("yintercept", "y").with("linetype", line.word);
        return this;
    }

    /** A line from top to bottom at the place of each mark. */
    Plot verticals(List<Mark> marks, Line line) {
        layer("vline", marks).showing("xintercept", "x").with("linetype", line.word);
        return this;
    }

    /** A line where nothing would differ. */
    Plot noDifference() {
        layers.add(new Layer("hline")
                .with("yintercept", y.kind() == Axis.Kind.LOG ? 1.0 : 0.0)
                .with("color", NEUTRAL)
                .with("linetype", Line.DASHED.word));
        return this;
    }

    private Layer layer(String geom, List<Mark> marks) {
        marks.stream()
                .map(Mark::target)
                .filter(target -> !targets.contains(target))
                .forEach(targets::add);
        Layer layer = new Layer(geom)
                .with("data", data(marks))
                .showing("x", "x")
                .showing("y", "y")
                .showing("ymin", "lo")
                .showing("ymax", "hi")
                .showing("color", "series");
        layers.add(layer);
        return layer;
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

    /** Draws it. */
    String svg() {
        return PlotSvgExportCommon.INSTANCE.buildSvgImageFromRawSpecs(spec(), null, new UnsupportedRGBEncoder(), false);
    }

    /** The library changes what it is given. */
    private Map<String, Object> spec() {
        Map<String, Object> spec = new HashMap<>();
        spec.put("kind", "plot");
        spec.put("data", new HashMap<>());
        spec.put("mapping", new HashMap<>());
        spec.put("layers", new ArrayList<>(layers.stream().map(Layer::spec).toList()));
        spec.put(
                "scales",
                new ArrayList<>(Stream.of(x.scale("x"), y.scale("y"), colours("color"), colours("fill"))
                        .toList()));
        spec.put("ggsize", new HashMap<>(Map.of("width", WIDTH, "height", panelHeight * panels())));
        Map<String, Object> theme = new HashMap<>(Map.of("legend_position", "bottom", "name", "bw"));
        spec.put("theme", theme);
        if (flipped) {
            theme.put("axis_text_x", new HashMap<>(Map.of("name", "text", "blank", true)));
            spec.put("coord", new HashMap<>(Map.of("name", "flip", "flip", true)));
        }
        if (panels() > 1) {
            spec.put("facet", new HashMap<>(Map.of("name", "grid", "y", "target")));
        }
        return spec;
    }

    private int panels() {
        return shared ? 1 : targets.size();
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

    /** How a line is drawn. */
    enum Line {
        SOLID("solid"),
        DASHED("dashed"),
        DOTTED("dotted");

        private final String word;

        Line(String word) {
            this.word = word;
        }
    }
}
