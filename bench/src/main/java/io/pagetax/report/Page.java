package io.pagetax.report;

import io.pagetax.figure.Drawing;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What all pages have that show figures: style, scripts, the charting library and the data. */
final class Page {

    private Page() {}

    /** Values that a template of such a page wants besides its own. */
    static Map<String, Object> of(PageData data) {
        return Map.of(
                "style",
                Templates.text("style.css"),
                "library",
                Templates.text("echarts.min.js"),
                "scripts",
                Stream.of("tables.js", "charts.js", "page.js")
                        .map(Templates::text)
                        .toList(),
                "data",
                data.json());
    }

    /** What {@code figures.html} shows. */
    static List<Map<String, String>> figures(List<Drawing> drawings) {
        return drawings.stream()
                .map(drawing -> Map.of("name", drawing.name(), "title", drawing.title(), "caption", drawing.caption()))
                .toList();
    }
}
