package io.pagetax.figure;

import io.pagetax.analysis.SideBySide;
import io.pagetax.result.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What every cell takes on a target against the first one. */
final class TargetChanges implements PlainFigure {

    private static final int PIXELS_EACH = 28;

    @Override
    public String name() {
        return "side-by-side";
    }

    @Override
    public String title() {
        return "Every cell on every target";
    }

    @Override
    public String caption() {
        return "Time per operation of each cell over that of the same cell on the first target, with 95 % intervals.";
    }

    @Override
    public Optional<Plot> plot(Run run) {
        List<Mark> marks = SideBySide.of(run).map(TargetChanges::marks).orElse(List.of());
        double least = marks.stream().mapToDouble(Mark::lo).min().orElse(1);
        double most = marks.stream().mapToDouble(Mark::hi).max().orElse(1);
        return marks.isEmpty()
                ? Optional.empty()
                : Optional.of(new Plot(
                                new Axis("", Axis.Kind.WORDS),
                                Axis.ratios("time, times that of the first target", least, most))
                        .atTheSide(PIXELS_EACH)
                        .noDifference()
                        .intervals(marks));
    }

    /** In one panel, that of the baseline. The first word stands at the bottom of the axis. */
    private static List<Mark> marks(SideBySide sides) {
        List<Mark> marks = new ArrayList<>();
        for (int fromTheEnd = sides.lines().size() - 1; fromTheEnd >= 0; fromTheEnd--) {
            SideBySide.Line line = sides.lines().get(fromTheEnd);
            for (SideBySide.Side side : line.sides()) {
                if (side.comparison() != null) {
                    marks.add(Mark.ratio(line.cell(), side.comparison().ratio(), side.target(), sides.baseline()));
                }
            }
        }
        return marks;
    }
}
