package io.pagetax.analysis;

import io.pagetax.result.Comparison;
import io.pagetax.result.DeviceLatency;
import io.pagetax.result.Estimate;
import io.pagetax.result.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * What a tax comes to on devices that are not at hand: it is paid on the processor, so that on a device of latency L its
 * share is the tax over L.
 */
public final class DeviceLatencies {

    /** From memory on a bus to a disk in a network. */
    private static final List<Double> LATENCIES = List.of(100.0, 300.0, 1e3, 3e3, 1e4, 3e4, 1e5);

    private static final Set<String> TAXES =
            Set.of(Answer.TAX_INSERTION, Answer.TAX_INSERTION_REMOVAL, Answer.TAX_LOOKUP);

    private DeviceLatencies() {}

    /** The curves of all that one job pays for one operation at a time. */
    public static List<DeviceLatency> of(List<Comparison> comparisons, List<Row> rows) {
        List<DeviceLatency> all = new ArrayList<>();
        for (Comparison comparison : comparisons) {
            rows.stream()
                    .filter(row -> row.id().equals(comparison.denominator()) && TAXES.contains(comparison.name()))
                    .filter(row -> row.params().iodepth() == 1 && row.params().numjobs() == 1)
                    .map(Row::nsPerOp)
                    .filter(Objects::nonNull)
                    .forEach(direct -> all.addAll(curve(comparison, direct.median())));
        }
        return all;
    }

    /** The measured point is among the others. */
    private static List<DeviceLatency> curve(Comparison comparison, double directNs) {
        Estimate tax = comparison.differenceNs();
        if (tax == null) {
            return List.of();
        }
        DoubleStream elsewhere =
                isTold(tax) ? LATENCIES.stream().mapToDouble(Double::doubleValue) : DoubleStream.empty();
        List<DeviceLatency> curve = new ArrayList<>();
        DoubleStream.concat(elsewhere, DoubleStream.of(directNs))
                .sorted()
                .forEach(latency -> curve.add(new DeviceLatency(
                        comparison.name(),
                        comparison.numerator(),
                        comparison.denominator(),
                        latency,
                        latency == directNs ? comparison.ratio() : share(tax, latency),
                        latency != directNs)));
        return curve;
    }

    /** From a difference that may as well be none nothing follows for other devices. */
    private static boolean isTold(Estimate tax) {
        return (tax.lo95() != null && tax.lo95() > 0) || (tax.hi95() != null && tax.hi95() < 0);
    }

    private static Estimate share(Estimate tax, double latency) {
        return new Estimate(1 + tax.median() / latency, end(tax.lo95(), latency), end(tax.hi95(), latency));
    }

    private static @Nullable Double end(@Nullable Double nanos, double latency) {
        return nanos == null ? null : Double.valueOf(1 + nanos / latency);
    }
}
