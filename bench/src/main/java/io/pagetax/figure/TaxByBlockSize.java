package io.pagetax.figure;

import io.pagetax.result.Comparison;
import io.pagetax.result.Run;
import io.pagetax.workload.ByteSize;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The taxes of random reads by one thread, from small blocks to large ones. */
final class TaxByBlockSize implements PlainFigure {

    @Override
    public String name() {
        return "tax-by-block-size";
    }

    @Override
    public String title() {
        return "The taxes by block size";
    }

    @Override
    public String caption() {
        return "The taxes by block size: random reads, one thread, against direct reads of an uncached file; with 95 %"
                + " intervals.";
    }

    @Override
    public Optional<Plot> plot(Run run) {
        Rows rows = new Rows(run);
        List<Comparison> taxes = rows.taxes(direct -> Rows.isSingle(direct) && rows.isIssuedAsTheFirst(direct));
        List<Mark> marks = taxes.stream()
                .sorted(Comparator.comparingInt(
                        tax -> rows.denominator(tax).params().bs()))
                .map(tax -> Mark.change(
                        ByteSize.format(rows.denominator(tax).params().bs()),
                        tax.ratio(),
                        tax.name(),
                        rows.denominator(tax).target()))
                .toList();
        return marks.stream().map(Mark::x).distinct().count() < 2
                ? Optional.empty()
                : Optional.of(new Plot(
                                new Axis("block size", Axis.Kind.WORDS),
                                new Axis("change of the time, %", Axis.Kind.LINEAR))
                        .noDifference()
                        .lines(marks, Chart.Line.SOLID)
                        .points(marks));
    }
}
