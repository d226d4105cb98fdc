package io.pagetax.report;

import io.pagetax.result.SchemeCosts;
import io.pagetax.result.SchemeMatrix;
import io.pagetax.result.SchemeVerdicts;
import io.pagetax.result.SearchExtent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The page of schemes: verdicts, with the interleavings that show the bad ones drawn, and costs; one file that needs nothing
 * else.
 */
public final class SchemesReport {

    private SchemesReport() {}

    /** A scenario. */
    private record Question(String id, String text) {}

    /** A scheme's line of the table. */
    private record Line(String id, String summary, List<Cell> cells, List<Finding> findings) {}

    /** A verdict; a link where there is something to see. */
    private record Cell(String verdict, String extent, String anchor, boolean bad) {}

    /** What is wrong. */
    private record Finding(String anchor, String scenario, String verdict, String question, SequenceDiagram diagram) {}

    /** Renders what there is of both. Values are escaped by the template engine. */
    public static String render(SchemeMatrix matrix, SchemeCosts costs) {
        Map<String, Object> view = new HashMap<>(values(matrix, costs));
        view.put("style", Templates.text("style.css"));
        return Templates.render("schemes.html", view);
    }

    /** What a page shows of them; empty if there is nothing. */
    static Optional<Map<String, Object>> view(SchemeMatrix matrix, SchemeCosts costs) {
        return matrix.schemes().isEmpty() && costs.rows().isEmpty()
                ? Optional.empty()
                : Optional.of(values(matrix, costs));
    }

    private static Map<String, Object> values(SchemeMatrix matrix, SchemeCosts costs) {
        return Map.of(
                "claims",
                ThreadView.of(matrix, costs),
                "costHead",
                SchemeCostsText.VALUES,
                "costs",
                SchemeCostsView.of(costs),
                "anyVerdicts",
                !matrix.schemes().isEmpty(),
                "anyCosts",
                !costs.rows().isEmpty(),
                "rounds",
                costs.rounds(),
                "questions",
                matrix.scenarios().entrySet().stream()
                        .map(scenario -> new Question(scenario.getKey(), scenario.getValue()))
                        .toList(),
                "lines",
                matrix.schemes().stream().map(scheme -> line(scheme, matrix)).toList());
    }

    private static Line line(SchemeVerdicts scheme, SchemeMatrix matrix) {
        return new Line(
                scheme.id(),
                scheme.summary(),
                matrix.scenarios().keySet().stream().map(id -> cell(scheme, id)).toList(),
                scheme.trace().entrySet().stream()
                        .map(trace -> new Finding(
                                anchor(scheme, trace.getKey()),
                                trace.getKey(),
                                scheme.verdicts().getOrDefault(trace.getKey(), ""),
                                matrix.scenarios().getOrDefault(trace.getKey(), ""),
                                SequenceDiagram.of(trace.getValue())))
                        .toList());
    }

    private static Cell cell(SchemeVerdicts scheme, String scenario) {
        SearchExtent extent = scheme.explored().getOrDefault(scenario, new SearchExtent(0, false));
        return new Cell(
                scheme.verdicts().getOrDefault(scenario, Units.NOT_AVAILABLE),
                extent.complete() ? "all " + extent.interleavings() : Integer.toString(extent.interleavings()),
                anchor(scheme, scenario),
                scheme.trace().containsKey(scenario));
    }

    private static String anchor(SchemeVerdicts scheme, String scenario) {
        return scheme.id() + "." + scenario;
    }
}
