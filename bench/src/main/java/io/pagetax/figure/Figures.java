package io.pagetax.figure;

import java.util.List;

/** All figures: the one place where they are registered. */
public final class Figures {

    private static final List<Figure> ALL = List.of(
            new PercentileCurves(),
            new Taxes(),
            new TaxByBlockSize(),
            new TaxByConcurrency(),
            new TaxOnDevices(),
            new HitRatios(),
            new MixedAccess(),
            new TargetChanges(),
            new TargetCurves(),
            new CourseOfRun());

    private Figures() {}

    /** Those that a run has enough for. */
    public static List<Drawing> of(Material material) {
        return ALL.parallelStream()
                .map(figure -> new Drawing(figure.name(), figure.title(), figure.caption(), figure.variants(material)))
                .filter(drawing -> !drawing.variants().isEmpty())
                .toList();
    }
}
