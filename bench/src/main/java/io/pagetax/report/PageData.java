package io.pagetax.report;

import io.pagetax.figure.Drawing;
import io.pagetax.figure.Material;
import io.pagetax.result.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the page's script reads.
 *
 * @param figures by name
 * @param files by name: base64 of gzip
 */
record PageData(Map<String, List<Variant>> figures, List<HeatMapData> heat, Map<String, String> files) {

    /** One of the charts of a figure. */
    record Variant(String label, ChartData chart) {}

    static PageData of(Material material, List<Drawing> drawings, Downloads downloads) {
        return new PageData(figures(drawings), HeatMapData.of(material), downloads.packed());
    }

    /** Of a page that has nothing but figures. */
    static PageData of(List<Drawing> drawings) {
        return new PageData(figures(drawings), List.of(), Map.of());
    }

    private static Map<String, List<Variant>> figures(List<Drawing> drawings) {
        Map<String, List<Variant>> figures = new LinkedHashMap<>();
        drawings.forEach(drawing -> figures.put(
                drawing.name(),
                drawing.variants().parallelStream()
                        .map(variant -> new Variant(variant.label(), ChartData.of(variant.chart())))
                        .toList()));
        return figures;
    }

    String json() {
        return Json.embedded(this);
    }
}
