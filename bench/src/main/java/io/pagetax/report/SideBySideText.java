package io.pagetax.report;

import io.pagetax.analysis.Answer;
import io.pagetax.analysis.SideBySide;
import io.pagetax.analysis.TargetDifferences;
import io.pagetax.result.Comparison;
import io.pagetax.result.Estimate;
import io.pagetax.result.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The same cells on several targets, for a terminal. */
public final class SideBySideText {

    private static final String SIGNIFICANT = " *";
    private static final String NO_MARK = "  ";

    private SideBySideText() {}

    /**
     * In what the targets are unlike; a line for each cell; what is to be known of it; and an empty line. Empty if there are
     * not several targets.
     */
    public static String render(Run run) {
        return SideBySide.of(run).map(sides -> render(run, sides)).orElse("");
    }

    private static String render(Run run, SideBySide sides) {
        TargetDifferences differences = TargetDifferences.of(run.environment().targets());
        StringBuilder text = new StringBuilder();
        differences.compared().forEach(line -> text.append(line).append('\n'));
        differences
                .doubts()
                .forEach(line -> text.append("unlike: ").append(line).append('\n'));
        text.append('\n').append(Columns.render(lines(sides), 1, false));
        if (sides.tests() > 0) {
            text.append("* ").append(SideView.rule(sides)).append('\n');
        }
        SideView.doubts(sides)
                .forEach(doubt -> text.append("warning: ").append(doubt).append('\n'));
        return text.append('\n').toString();
    }

    private static List<List<String>> lines(SideBySide sides) {
        List<List<String>> lines = new ArrayList<>();
        List<String> head = new ArrayList<>(List.of("time per operation"));
        for (String target : sides.targets()) {
            head.add(target);
            head.add("p99");
            if (!target.equals(sides.baseline())) {
                head.add(target + "/" + sides.baseline() + NO_MARK);
            }
        }
        lines.add(head);
        sides.lines().forEach(line -> lines.add(cells(line)));
        return lines;
    }

    private static List<String> cells(SideBySide.Line line) {
        List<String> cells = new ArrayList<>(List.of(line.cell()));
        List<SideView> views = SideView.of(line);
        for (int i = 0; i < views.size(); i++) {
            SideView view = views.get(i);
            cells.add(view.time());
            cells.add(view.p99());
            if (view.compared()) {
                cells.add(change(line.sides().get(i).comparison()) + (view.significant() ? SIGNIFICANT : NO_MARK));
            }
        }
        return cells;
    }

    /** In few letters. */
    private static String change(@Nullable Comparison comparison) {
        if (comparison == null) {
            return "";
        }
        Estimate ratio = comparison.ratio();
        String interval = ratio.lo95() == null || ratio.hi95() == null
                ? ""
                : String.format(Locale.ROOT, " (%s to %s)", points(ratio.lo95()), points(ratio.hi95()));
        return Answer.percent(ratio.median()) + interval;
    }

    private static String points(double ratio) {
        return Answer.percent(ratio).replace(" %", "");
    }
}
