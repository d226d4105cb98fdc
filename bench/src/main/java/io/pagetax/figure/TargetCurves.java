package io.pagetax.figure;

import io.pagetax.analysis.SideBySide;
import io.pagetax.distribution.Kind;
import io.pagetax.result.Row;
import java.util.ArrayList;
import java.util.List;

/** The whole distribution of a cell on each of several targets. */
final class TargetCurves implements Figure {

    @Override
    public String name() {
        return "percentiles-by-target";
    }

    @Override
    public String title() {
        return "Latency by percentile on every target";
    }

    @Override
    public String caption() {
        return "The same cell on all targets: time of an operation that so many of all did not exceed. Dotted: fewer than ten"
                + " operations lie beyond, up to the maximum.";
    }

    @Override
    public List<Variant> variants(Material material) {
        List<Variant> variants = new ArrayList<>();
        SideBySide.of(material.run())
                .ifPresent(sides -> sides.lines().forEach(line -> {
                    Curves curves = curves(material, line);
                    if (curves.count() > 1) {
                        variants.add(new Variant(
                                line.cell(), curves.plot().inOnePanel().chart()));
                    }
                }));
        return variants;
    }

    private static Curves curves(Material material, SideBySide.Line line) {
        Curves curves = new Curves();
        for (SideBySide.Side side : line.sides()) {
            Row row = side.row();
            if (row != null && row.isTrusted()) {
                material.histogram(row.id(), Kind.SERVICE)
                        .ifPresent(histogram -> curves.add(histogram, side.target(), side.target()));
            }
        }
        return curves;
    }
}
