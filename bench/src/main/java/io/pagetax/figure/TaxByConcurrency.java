package io.pagetax.figure;

import io.pagetax.result.Comparison;
import io.pagetax.result.Params;
import io.pagetax.result.Run;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The taxes of random reads by several threads, and by threads that keep several reads in flight. */
final class TaxByConcurrency implements PlainFigure {

    @Override
    public String name() {
        return "tax-by-concurrency";
    }

    @Override
    public String title() {
        return "The taxes by threads and depth";
    }

    @Override
    public String caption() {
        return "The taxes by threads and by the depth of their queues: random reads, against direct reads of an uncached"
                + " file; with 95 % intervals.";
    }

    @Override
    public Optional<Plot> plot(Run run) {
        Rows rows = new Rows(run);
        List<Comparison> taxes = rows.taxes(rows::isLikeTheFirst);
        List<Mark> marks = taxes.stream()
                .sorted(Comparator.comparingInt((Comparison tax) ->
                                rows.denominator(tax).params().iodepth())
                        .thenComparingInt(tax -> rows.denominator(tax).params().numjobs()))
                .map(tax -> Mark.change(
                        label(rows.denominator(tax).params()),
                        tax.ratio(),
                        tax.name(),
                        rows.denominator(tax).target()))
                .toList();
        return marks.stream().map(Mark::x).distinct().count() < 2
                ? Optional.empty()
                : Optional.of(
                        new Plot(new Axis("", Axis.Kind.WORDS), new Axis("change of the time, %", Axis.Kind.LINEAR))
                                .noDifference()
                                .intervals(marks));
    }

    private static String label(Params params) {
        return params.numjobs()
                + (params.numjobs() == 1 ? " thread" : " threads")
                + (params.iodepth() == 1 ? "" : ", depth " + params.iodepth());
    }
}
