package io.pagetax.figure;

import io.pagetax.result.DeviceLatency;
import io.pagetax.result.Params;
import io.pagetax.result.Run;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the taxes are on the devices that were measured, and come to on others. */
final class TaxOnDevices implements PlainFigure {

    private static final double NANOS_PER_MICRO = 1000;

    /** On a logarithmic axis there is no place for intervals that go on below 0, and for changes that are none. */
    private static final double LEAST_PERCENT = 0.1;

    @Override
    public String name() {
        return "tax-on-devices";
    }

    @Override
    public String title() {
        return "The taxes by the latency of the device";
    }

    @Override
    public String caption() {
        return "The taxes by the latency of the device, with 95 % intervals. Points were measured. Dashed lines are"
                + " extrapolated from the fastest device: the same nanoseconds as a share of another latency.";
    }

    @Override
    public Optional<Plot> plot(Run run) {
        Rows rows = new Rows(run);
        List<Mark> measured = marks(run, rows, false).toList();
        String fastest = measured.stream()
                .min(Comparator.comparingDouble(mark -> (double) mark.x()))
                .map(Mark::target)
                .orElse("");
        List<Mark> curves = marks(run, rows, true)
                .filter(mark -> mark.target().equals(fastest))
                .toList();
        return curves.isEmpty()
                ? Optional.empty()
                : Optional.of(new Plot(
                                new Axis("latency of a direct read on the device, µs", Axis.Kind.LOG),
                                new Axis("change of the time, %", Axis.Kind.LOG))
                        .inOnePanel()
                        .bands(curves)
                        .lines(curves, Chart.Line.DASHED)
                        .points(measured));
    }

    private static Stream<Mark> marks(Run run, Rows rows, boolean extrapolated) {
        return run.deviceLatencies().stream()
                .filter(point -> point.extrapolated() == extrapolated)
                .filter(point -> isOfTheFirstKind(rows.row(point.denominator()).params(), rows))
                .map(point -> mark(point, rows))
                .filter(mark -> mark.y() >= LEAST_PERCENT);
    }

    private static Mark mark(DeviceLatency point, Rows rows) {
        Mark mark = Mark.change(
                point.latencyNs() / NANOS_PER_MICRO,
                point.ratio(),
                point.name(),
                rows.row(point.denominator()).target());
        return new Mark(
                mark.x(), mark.y(), Math.max(LEAST_PERCENT, mark.lo()), mark.hi(), mark.series(), mark.target());
    }

    private static boolean isOfTheFirstKind(Params direct, Rows rows) {
        return direct.rw().equals("randread") && rows.isLikeTheFirst(direct);
    }
}
