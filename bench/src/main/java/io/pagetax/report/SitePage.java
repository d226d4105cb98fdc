package io.pagetax.report;

import io.pagetax.analysis.Answer;
import io.pagetax.analysis.Place;
import io.pagetax.figure.Drawing;
import io.pagetax.result.Comparison;
import io.pagetax.result.Estimate;
import io.pagetax.result.Params;
import io.pagetax.result.Row;
import io.pagetax.result.Run;
import io.pagetax.result.TargetFacts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The page over many runs: which there are, what they say of each kind of place, and how that went over time. */
public final class SitePage {

    private static final int USUAL_BLOCK_SIZE = 4096;

    private SitePage() {}

    /**
     * A run of the site.
     *
     * @param folder name of its folder beside the page
     */
    public record Entry(String folder, Run run) {

        String link() {
            return CellView.fragment(folder) + "/report.html";
        }
    }

    /** A line of the table of runs. */
    private record Line(
            String folder, String link, String started, String kernel, String places, String rows, String answer) {

        static Line of(Entry entry) {
            Run run = entry.run();
            long trusted = run.rows().stream().filter(Row::isTrusted).count();
            return new Line(
                    entry.folder(),
                    entry.link(),
                    run.startedAt().replaceFirst("T(\\d\\d:\\d\\d).*", " $1"),
                    String.valueOf(run.environment().kernel()),
                    run.environment().targets().stream()
                            .map(target -> Place.of(target).toString())
                            .distinct()
                            .collect(Collectors.joining(", ")),
                    trusted + " of " + run.rows().size(),
                    Answer.sentences(run).stream().findFirst().orElse(""));
        }
    }

    /** A file system on a device, and what there is of it under each kernel. */
    private record PlaceLine(String filesystem, String device, List<KernelCell> kernels) {}

    /** The newest run there; an empty list has none. */
    private record KernelCell(List<Finding> findings) {}

    /** What it says. */
    private record Finding(String link, String folder, String text) {}

    /**
     * Renders it. Values are escaped by the template engine.
     *
     * @param entries the newest first
     * @param drawings over all runs
     */
    public static String render(List<Entry> entries, List<Drawing> drawings) {
        Map<String, Object> view = new HashMap<>(Page.of(PageData.of(drawings)));
        List<String> kernels = entries.stream()
                .map(entry -> String.valueOf(entry.run().environment().kernel()))
                .distinct()
                .toList();
        view.put("kernels", kernels);
        view.put("places", places(entries, kernels));
        view.put("figures", Page.figures(drawings));
        view.put("lines", entries.stream().map(Line::of).toList());
        return Templates.render("site.html", view);
    }

    private static List<PlaceLine> places(List<Entry> entries, List<String> kernels) {
        Map<Place, Map<String, Finding>> found = new LinkedHashMap<>();
        for (Entry entry : entries) {
            for (TargetFacts target : entry.run().environment().targets()) {
                finding(entry, target)
                        .ifPresent(finding -> found.computeIfAbsent(Place.of(target), any -> new HashMap<>())
                                .putIfAbsent(
                                        String.valueOf(entry.run().environment().kernel()), finding));
            }
        }
        List<PlaceLine> lines = new ArrayList<>();
        found.forEach((place, byKernel) -> lines.add(new PlaceLine(
                place.filesystem(),
                place.device(),
                kernels.stream()
                        .map(kernel -> new KernelCell(Optional.ofNullable(byKernel.get(kernel)).stream()
                                .toList()))
                        .toList())));
        return lines;
    }

    /** What the page says that it shows: other cells would stand beside them as if they were alike. */
    private static boolean isUsual(Params params) {
        return params.rw().equals("randread")
                && params.bs() == USUAL_BLOCK_SIZE
                && params.numjobs() == 1
                && params.iodepth() == 1;
    }

    /** What putting a page into the cache costs there, in small random reads; empty if that was not measured. */
    private static Optional<Finding> finding(Entry entry, TargetFacts target) {
        for (Comparison comparison : entry.run().comparisons()) {
            Optional<Row> direct = entry.run().rows().stream()
                    .filter(row -> row.id().equals(comparison.denominator()))
                    .filter(row -> row.target().equals(target.name()))
                    .filter(row -> isUsual(row.params()))
                    .findFirst();
            if (comparison.name().equals(Answer.TAX_INSERTION) && direct.isPresent()) {
                Estimate time = direct.get().nsPerOp();
                String text = Units.nanos(time == null ? null : time.median()) + ", "
                        + Answer.percent(comparison.ratio().median());
                return Optional.of(new Finding(entry.link(), entry.folder(), text));
            }
        }
        return Optional.empty();
    }
}
