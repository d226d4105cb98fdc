package io.pagetax.figure;

import io.pagetax.result.BreakEven;
import io.pagetax.result.Estimate;
import io.pagetax.result.Row;
import io.pagetax.result.Run;
import io.pagetax.workload.CacheState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** From which hit ratio on it pays to go through the cache, or to look there first. */
final class HitRatios implements PlainFigure {

    private static final double PERCENT = 100;
    private static final String DIRECT = "direct";

    @Override
    public String name() {
        return "hit-ratios";
    }

    @Override
    public String title() {
        return "Where the cache pays";
    }

    @Override
    public String caption() {
        return "Time per operation by hit ratio, with 95 % intervals. Dashed: direct reads, which do not look; dotted: where"
                + " a way through the cache was measured to cross it.";
    }

    @Override
    public Optional<Plot> plot(Run run) {
        Rows rows = new Rows(run);
        List<Mark> curves = new ArrayList<>();
        List<Mark> direct = new ArrayList<>();
        List<Mark> crossings = new ArrayList<>();
        for (BreakEven even : run.breakEvens()) {
            Row base = rows.row(even.direct());
            if (!Rows.isSingle(base.params()) || !rows.isLikeTheFirst(base.params())) {
                continue;
            }
            even.rows().stream().map(rows::row).flatMap(HitRatios::point).forEach(curves::add);
            times(base, 0, DIRECT).forEach(direct::add);
            double crossing = even.measured().median();
            crossings.add(new Mark(crossing * PERCENT, crossing, crossing, crossing, even.path(), base.target()));
        }
        return curves.isEmpty()
                ? Optional.empty()
                : Optional.of(new Plot(
                                new Axis("hit ratio, %", Axis.Kind.LINEAR),
                                new Axis("time per operation, µs", Axis.Kind.LINEAR))
                        .horizontals(direct, Chart.Line.DASHED)
                        .verticals(crossings, Chart.Line.DOTTED)
                        .lines(curves, Chart.Line.SOLID)
                        .points(curves));
    }

    private static Stream<Mark> point(Row row) {
        int hits = CacheState.parse(row.params().cache()).residentPercent();
        String order =
                row.params().rw().equals("randread") ? "" : ", " + row.params().rw();
        return times(row, hits, row.params().path() + order);
    }

    private static Stream<Mark> times(Row row, int hits, String series) {
        return Stream.ofNullable(row.nsPerOp())
                .map((Estimate time) -> Mark.micros((double) hits, time, series, row.target()));
    }
}
