package io.pagetax.report;

import static java.util.Map.entry;

import com.samskivert.mustache.Mustache;
import io.pagetax.analysis.Answer;
import io.pagetax.figure.Drawing;
import io.pagetax.result.Environment;
import io.pagetax.result.Run;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The page of a run: one file that needs nothing else. */
public final class HtmlReport {

    private static final String TEMPLATE = "report.html";

    private HtmlReport() {}

    /**
     * Renders a run. Values are escaped by the template engine.
     *
     * @param drawings of the run, which become a part of the page
     */
    public static String render(Run run, List<Drawing> drawings) {
        List<HitMissView> told =
                run.rows().stream().flatMap(row -> HitMissView.of(row).stream()).toList();
        Map<String, Object> view = Map.ofEntries(
                entry("run", run),
                entry("answers", Answer.sentences(run)),
                entry(
                        "calibration",
                        CalibrationText.line(run.calibration()).stream().toList()),
                entry("comparisons", comparisons(run)),
                entry(
                        "breakEvens",
                        run.breakEvens().stream().map(ComparisonText::line).toList()),
                entry("figures", drawings.stream().map(HtmlReport::figure).toList()),
                entry("anyLatencies", !run.deviceLatencies().isEmpty()),
                entry("latencies", latencies(run)),
                entry("rows", run.rows().stream().map(RowView::of).toList()),
                entry(
                        "details",
                        run.rows().stream()
                                .filter(row -> row.latencyNs() != null)
                                .map(DetailView::of)
                                .toList()),
                entry("rowWarnings", RowWarnings.of(run)),
                entry("sideBySide", SideBySideView.of(run).stream().toList()),
                entry("probes", ProbesView.of(run.probes()).stream().toList()),
                entry("anyTold", !told.isEmpty()),
                entry("told", told),
                entry("environment", groups(run.environment())),
                entry("partial", run.status().equals(Run.PARTIAL)),
                entry("command", String.join(" ", run.command())));
        return Mustache.compiler()
                .nullValue(Units.NOT_AVAILABLE)
                .compile(template())
                .execute(view);
    }

    private static List<FactGroup> groups(Environment environment) {
        return Stream.concat(
                        environment.targets().stream().map(TargetView::groups).flatMap(List::stream),
                        EnvironmentView.groups(environment).stream())
                .toList();
    }

    /** As an image of its own, whose style is not that of the page. */
    private static Map<String, String> figure(Drawing drawing) {
        byte[] svg = drawing.svg().getBytes(StandardCharsets.UTF_8);
        return Map.of(
                "name",
                drawing.name(),
                "caption",
                drawing.caption(),
                "image",
                "data:image/svg+xml;base64," + Base64.getEncoder().encodeToString(svg));
    }

    private static List<Map<String, Object>> comparisons(Run run) {
        return ComparisonText.withinTargets(run).stream()
                .map(comparison -> Map.<String, Object>of(
                        "name", comparison.name(),
                        "numerator", comparison.numerator(),
                        "subtracted", Stream.ofNullable(comparison.subtracted()).toList(),
                        "denominator", comparison.denominator(),
                        "change", Answer.percent(comparison.ratio().median()),
                        "interval", ComparisonText.interval(comparison.ratio()),
                        "rounds", comparison.rounds(),
                        "difference", ComparisonText.difference(comparison.differenceNs()),
                        "cpuDifference", ComparisonText.difference(comparison.cpuDifferenceNs()),
                        "doubts", String.join("; ", comparison.warnings())))
                .toList();
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

    private static String template() {
        try (InputStream in = Objects.requireNonNull(HtmlReport.class.getResourceAsStream(TEMPLATE))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
