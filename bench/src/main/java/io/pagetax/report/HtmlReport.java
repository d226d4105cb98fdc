package io.pagetax.report;

import io.pagetax.analysis.Answer;
import io.pagetax.figure.Drawing;
import io.pagetax.result.Comparison;
import io.pagetax.result.Environment;
import io.pagetax.result.Run;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The page of a run: one file that needs nothing else. */
public final class HtmlReport {

    private static final String CONTROLS = "control.";

    /** Where figures stand that are not about taxes. */
    private static final Set<String> PERCENTILES = Set.of("percentiles");

    private static final Set<String> TARGETS = Set.of("side-by-side", "percentiles-by-target");
    private static final Set<String> COURSE = Set.of("course");

    private HtmlReport() {}

    /** Renders a run. Values are escaped by the template engine. */
    public static String render(PageContent content) {
        Run run = content.material().run();
        PageData data = PageData.of(content.material(), content.drawings(), content.downloads());
        Map<String, Object> view = new HashMap<>(Page.of(data));
        view.put("run", run);
        view.put("answers", Answer.sentences(run));
        view.put("partial", run.status().equals(Run.PARTIAL));
        view.put("anyHeat", !data.heat().isEmpty());
        view.put("downloads", content.downloads().offered());
        view.put("environment", groups(run.environment()));
        view.put("command", String.join(" ", run.command()));
        view.put(
                "fioJob",
                Stream.of(content.fioJob()).filter(job -> !job.isEmpty()).toList());
        putFigures(view, content.drawings());
        putRows(view, run);
        putRatios(view, run);
        view.put("sideBySide", SideBySideView.of(run).stream().toList());
        view.put("probes", ProbesView.of(run.probes()).stream().toList());
        view.put(
                "schemes",
                SchemesReport.view(content.matrix(), content.costs()).stream().toList());
        return Templates.render("report.html", view);
    }

    private static void putFigures(Map<String, Object> view, List<Drawing> drawings) {
        view.put("curves", figures(drawings, PERCENTILES::contains));
        view.put("targetFigures", figures(drawings, TARGETS::contains));
        view.put("courses", figures(drawings, COURSE::contains));
        view.put(
                "taxes",
                figures(
                        drawings,
                        name -> Stream.of(PERCENTILES, TARGETS, COURSE).noneMatch(place -> place.contains(name))));
    }

    private static List<Map<String, String>> figures(List<Drawing> drawings, Predicate<String> which) {
        return Page.figures(
                drawings.stream().filter(drawing -> which.test(drawing.name())).toList());
    }

    private static void putRows(Map<String, Object> view, Run run) {
        List<HitMissView> told =
                run.rows().stream().flatMap(row -> HitMissView.of(row).stream()).toList();
        view.put("cells", run.rows().stream().map(CellView::of).toList());
        view.put(
                "details",
                run.rows().stream()
                        .filter(row -> row.latencyNs() != null)
                        .map(DetailView::of)
                        .toList());
        view.put("rowWarnings", RowWarnings.of(run));
        view.put("anyTold", !told.isEmpty());
        view.put("told", told);
        view.put("calibration", CalibrationText.line(run.calibration()).stream().toList());
    }

    private static void putRatios(Map<String, Object> view, Run run) {
        List<Comparison> within = ComparisonText.withinTargets(run);
        view.put("comparisons", within.stream().map(HtmlReport::comparison).toList());
        view.put(
                "controls",
                within.stream()
                        .filter(comparison -> comparison.name().startsWith(CONTROLS))
                        .map(HtmlReport::comparison)
                        .toList());
        view.put(
                "breakEvens",
                run.breakEvens().stream().map(ComparisonText::line).toList());
        view.put("anyLatencies", !run.deviceLatencies().isEmpty());
        view.put("latencies", latencies(run));
    }

    private static List<FactGroup> groups(Environment environment) {
        return Stream.concat(
                        environment.targets().stream().map(TargetView::groups).flatMap(List::stream),
                        EnvironmentView.groups(environment).stream())
                .toList();
    }

    private static Map<String, Object> comparison(Comparison comparison) {
        return Map.of(
                "name", comparison.name(),
                "numerator", comparison.numerator(),
                "subtracted", Stream.ofNullable(comparison.subtracted()).toList(),
                "denominator", comparison.denominator(),
                "change", Answer.percent(comparison.ratio().median()),
                "interval", ComparisonText.interval(comparison.ratio()),
                "rounds", comparison.rounds(),
                "difference", ComparisonText.difference(comparison.differenceNs()),
                "cpuDifference", ComparisonText.difference(comparison.cpuDifferenceNs()),
                "doubts", String.join("; ", comparison.warnings()));
    }

    private static List<Map<String, String>> latencies(Run run) {
        return run.deviceLatencies().stream()
                .map(point -> Map.of(
                        "name", point.name(),
                        "numerator", point.numerator(),
                        "latency", Units.nanos(point.latencyNs()),
                        "change", Answer.percent(point.ratio().median()),
                        "interval", ComparisonText.interval(point.ratio()),
                        "how", point.extrapolated() ? "extrapolated" : "measured"))
                .toList();
    }
}
