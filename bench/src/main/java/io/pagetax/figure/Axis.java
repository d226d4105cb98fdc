package io.pagetax.figure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * An axis of a plot.
 *
 * @param title what is on it, with the unit
 * @param kind how values are placed on it
 * @param ticks where it has ticks; empty: where the library puts them
 */
public record Axis(String title, Kind kind, List<Double> ticks) {

    /** How values are placed. */
    public enum Kind {
        /** Numbers, at equal distances if their differences are equal. */
        LINEAR,
        /** Numbers above 0, at equal distances if their ratios are equal. */
        LOG,
        /** Words, in the order in which they come. */
        WORDS,
        /** Shares of all, as how many nines they begin with: 1 is 90 %, 2 is 99 %. */
        NINES,
        /** Points in time, as milliseconds since 1970. */
        TIME
    }

    /** Room before the first word and after the last, as a share of that between two. */
    private static final List<Double> MARGIN_OF_WORDS = List.of(0.0, 0.6);

    private static final int MOST_TICKS = 10;
    private static final double SMALLEST_STEP = 10;
    private static final double NOTHING_LEFT = -100;

    private static final List<Double> NINES = List.of(0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0);
    private static final double PERCENT = 100;
    private static final double TEN = 10;
    private static final double WIDE = 5;
    private static final double MARGIN_OF_RATIOS = 1.3;
    private static final List<Double> COARSE_STEPS = List.of(1.0, 2.0, 5.0);
    private static final List<Double> FINE_STEPS = List.of(1.0, 1.2, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0);

    Axis(String title, Kind kind) {
        this(title, kind, List.of());
    }

    /** Changes in percent up to some, of which none is below -100 %. */
    static Axis changes(String title, double most) {
        double step = SMALLEST_STEP;
        for (int i = 0; (most - NOTHING_LEFT) / step > MOST_TICKS; i++) {
            step *= i % 2 == 0 ? 5 : 2;
        }
        double distance = step;
        return new Axis(
                title,
                Kind.LINEAR,
                DoubleStream.iterate(NOTHING_LEFT, at -> at <= most + distance, at -> at + distance)
                        .boxed()
                        .toList());
    }

    /** Ratios, at equal distances whether something takes twice or half the time. */
    static Axis ratios(String title, double least, double most) {
        List<Double> steps = most / least > WIDE ? COARSE_STEPS : FINE_STEPS;
        return new Axis(
                title,
                Kind.LOG,
                IntStream.rangeClosed((int) Math.floor(Math.log10(least)), (int) Math.ceil(Math.log10(most)))
                        .boxed()
                        .flatMap(power -> steps.stream().map(step -> step * Math.pow(TEN, power)))
                        .filter(tick -> tick >= least / MARGIN_OF_RATIOS && tick <= most * MARGIN_OF_RATIOS)
                        .toList());
    }

    /** Where a ratio or a change is none. */
    double noDifference() {
        return kind == Kind.LOG ? 1 : 0;
    }

    /** How many nines a share of all begins with. */
    static double nines(double share) {
        return -Math.log10(1 - share);
    }

    private static String share(double nines) {
        int digits = Math.max(0, (int) nines - 2);
        return String.format(Locale.ROOT, "%." + digits + "f %%", (1 - Math.pow(TEN, -nines)) * PERCENT);
    }

    /** In the words of lets-plot. */
    Map<String, Object> scale(String aesthetic) {
        Map<String, Object> scale = new HashMap<>();
        scale.put("aesthetic", aesthetic);
        scale.put("name", title);
        if (!ticks.isEmpty()) {
            scale.put("breaks", new ArrayList<>(ticks));
        }
        switch (kind) {
            case LINEAR -> {}
            case NINES -> {
                scale.put("breaks", new ArrayList<>(NINES));
                scale.put(
                        "labels",
                        new ArrayList<>(NINES.stream().map(Axis::share).toList()));
            }
            case TIME -> scale.put("datetime", true);
            case LOG -> scale.put("trans", "log10");
            case WORDS -> {
                scale.put("discrete", true);
                scale.put("expand", new ArrayList<>(MARGIN_OF_WORDS));
            }
        }
        return scale;
    }
}
