package io.pagetax.figure;

import io.pagetax.result.Run;
import java.util.List;

/** All figures: the one place where they are registered. */
public final class Figures {

    private static final List<Figure> ALL = List.of(
            new Taxes(),
            new TaxByBlockSize(),
            new TaxByConcurrency(),
            new TaxOnDevices(),
            new HitRatios(),
            new MixedAccess(),
            new TargetChanges());

    private Figures() {}

    /** Those that a run has enough for. */
    public static List<Drawing> of(Run run) {
        return ALL.stream()
                .flatMap(figure ->
                        figure.plot(run).map(plot -> new Drawing(figure.name(), figure.caption(), plot.svg())).stream())
                .toList();
    }
}
