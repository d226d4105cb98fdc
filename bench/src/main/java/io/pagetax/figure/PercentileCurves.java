package io.pagetax.figure;

import io.pagetax.distribution.Kind;
import io.pagetax.result.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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
        Map<RowGroup, List<Row>> groups = RowGroup.trusted(material.run());
        List<Variant> variants = new ArrayList<>();
        groups.forEach((group, rows) -> {
            add(variants, group.label(), curves(material, group, rows, Kind.SERVICE));
            add(variants, group.label() + "; hits and misses", curves(material, group, rows, Kind.HIT, Kind.MISS));
            Curves responses = curves(material, group, rows, Kind.RESPONSE);
            if (responses.count() > 0) {
                String label = group.label() + "; service and response";
                add(variants, label, curves(material, group, rows, Kind.SERVICE, Kind.RESPONSE));
            }
        });
        return variants;
    }

    private static Curves curves(Material material, RowGroup group, List<Row> rows, Kind... kinds) {
        Curves curves = new Curves(material.distributions());
        for (Row row : rows) {
            for (Kind kind : kinds) {
                String series = group.series(row) + (kinds.length == 1 ? "" : ", " + kind.word());
                curves.add(row, kind, series, row.target());
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
