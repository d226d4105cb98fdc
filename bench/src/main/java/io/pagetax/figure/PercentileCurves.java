package io.pagetax.figure;

import io.pagetax.distribution.Kind;
import io.pagetax.result.Row;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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
        return RowGroup.trusted(material.run()).parallelStream()
                .flatMap(shown -> Stream.of(
                        variant(shown.label(), curves(material, shown, Kind.SERVICE)),
                        variant(shown.label() + "; hits and misses", curves(material, shown, Kind.HIT, Kind.MISS)),
                        variant(shown.label() + "; service and response", withResponse(material, shown))))
                .flatMap(Optional::stream)
                .toList();
    }

    /** None if no response times are known, which would show nothing but the first variant again. */
    private static Curves withResponse(Material material, RowGroup.Shown shown) {
        Curves response = curves(material, shown, Kind.RESPONSE);
        return response.count() == 0 ? response : curves(material, shown, Kind.SERVICE, Kind.RESPONSE);
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

    private static Optional<Variant> variant(String label, Curves curves) {
        return curves.count() == 0
                ? Optional.empty()
                : Optional.of(new Variant(label, curves.plot().chart()));
    }
}
