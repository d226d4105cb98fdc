package io.pagetax.figure;

import io.pagetax.distribution.Kind;
import io.pagetax.result.Row;
import java.util.ArrayList;
import java.util.List;

/** The whole distributions of rows that differ in nothing but the way to the data and the state of the cache. */
final class PercentileCurves implements Figure {

    @Override
    public String name() {
        return "percentiles";
    }

    @Override
    public String title() {
        return "Latency by percentile";
    }

    @Override
    public String caption() {
        return "Time of an operation that so many of all did not exceed. Dotted: fewer than ten operations lie beyond, up to"
                + " the maximum.";
    }

    @Override
    public List<Variant> variants(Material material) {
        List<Variant> variants = new ArrayList<>();
        for (RowGroup.Shown shown : RowGroup.trusted(material.run())) {
            add(variants, shown.label(), curves(material, shown, Kind.SERVICE));
            add(variants, shown.label() + "; hits and misses", curves(material, shown, Kind.HIT, Kind.MISS));
            if (curves(material, shown, Kind.RESPONSE).count() > 0) {
                add(
                        variants,
                        shown.label() + "; service and response",
                        curves(material, shown, Kind.SERVICE, Kind.RESPONSE));
            }
        }
        return variants;
    }

    private static Curves curves(Material material, RowGroup.Shown shown, Kind... kinds) {
        Curves curves = new Curves();
        for (Row row : shown.rows()) {
            for (Kind kind : kinds) {
                String series = shown.series(row) + (kinds.length == 1 ? "" : ", " + kind.word());
                material.histogram(row.id(), kind).ifPresent(histogram -> curves.add(histogram, series, row.target()));
            }
        }
        return curves;
    }

    private static void add(List<Variant> variants, String label, Curves curves) {
        if (curves.count() > 0) {
            variants.add(new Variant(label, curves.plot().chart()));
        }
    }
}
