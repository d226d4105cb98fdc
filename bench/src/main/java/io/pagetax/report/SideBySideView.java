package io.pagetax.report;

import io.pagetax.analysis.SideBySide;
import io.pagetax.analysis.TargetDifferences;
import io.pagetax.result.Run;
import java.util.List;
import java.util.Optional;

/**
 * The same cells on several targets, for the page.
 *
 * @param subjects what the comparison is about
 * @param unlike what else differs
 * @param heads one for each target
 * @param doubts of any of the comparisons
 */
record SideBySideView(
        String baseline,
        List<String> subjects,
        List<String> unlike,
        List<Head> heads,
        List<Line> lines,
        String rule,
        List<String> doubts) {

    private static final int OWN_COLUMNS = 4;
    private static final int COLUMNS_COMPARED = 3;

    /** The columns of a target. */
    record Head(String target, boolean compared, int columns) {

        private static Head of(String target, boolean compared) {
            return new Head(target, compared, compared ? OWN_COLUMNS + COLUMNS_COMPARED : OWN_COLUMNS);
        }
    }

    /** A cell. */
    record Line(String cell, List<SideView> sides) {}

    /** Empty if there are not several targets. */
    static Optional<SideBySideView> of(Run run) {
        return SideBySide.of(run).map(sides -> of(run, sides));
    }

    private static SideBySideView of(Run run, SideBySide sides) {
        TargetDifferences differences = TargetDifferences.of(run.environment().targets());
        return new SideBySideView(
                sides.baseline(),
                differences.compared(),
                differences.doubts(),
                sides.targets().stream()
                        .map(target -> Head.of(target, !target.equals(sides.baseline())))
                        .toList(),
                sides.lines().stream()
                        .map(line -> new Line(line.cell(), SideView.of(line)))
                        .toList(),
                SideView.rule(sides),
                SideView.doubts(sides));
    }
}
