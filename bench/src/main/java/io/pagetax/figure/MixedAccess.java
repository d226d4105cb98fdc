package io.pagetax.figure;

import io.pagetax.result.Params;
import io.pagetax.result.Row;
import io.pagetax.result.Run;
import io.pagetax.workload.AccessPath;
import io.pagetax.workload.Company;
import io.pagetax.workload.Ioengine;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What threads on one path pay when more and more of those on the same file take another. */
final class MixedAccess implements PlainFigure {

    private static final double PERCENT = 100;

    @Override
    public String name() {
        return "mixed-access";
    }

    @Override
    public String title() {
        return "Beside others on the same file";
    }

    @Override
    public String caption() {
        return "Time of a thread per operation beside others that read the same file, by how many of all of them are like"
                + " it; with 95 % intervals.";
    }

    @Override
    public Optional<Plot> plot(Run run) {
        List<Row> mixed = run.rows().stream()
                .filter(Row::isTrusted)
                .filter(MixedAccess::isBesideReaders)
                .toList();
        List<Mark> marks = mixed.stream()
                .filter(row -> isLike(mixed.get(0), row))
                .flatMap(row -> sides(row, run))
                .distinct()
                .toList();
        return marks.isEmpty()
                ? Optional.empty()
                : Optional.of(new Plot(
                                new Axis("threads like it, % of all", Axis.Kind.LINEAR),
                                new Axis("time per operation, µs", Axis.Kind.LINEAR))
                        .lines(marks, Chart.Line.SOLID)
                        .points(marks));
    }

    private static Company company(Row row) {
        String beside = row.params().beside();
        return beside == null ? Company.NONE : Company.parse(beside);
    }

    private static boolean isBesideReaders(Row row) {
        return !company(row).isNone() && !company(row).changesFile();
    }

    /** In all that the figure does not show: of rows that differ in more, those like the first are drawn. */
    private static boolean isLike(Row first, Row row) {
        Params some = first.params();
        Params params = row.params();
        return params.rw().equals(some.rw())
                && params.bs() == some.bs()
                && params.cache().equals(some.cache())
                && params.iodepth() == some.iodepth()
                && params.numjobs() + company(row).jobs()
                        == some.numjobs() + company(first).jobs()
                && (params.binding() == null
                        || some.binding() == null
                        || params.binding().equals(some.binding()))
                && Ioengine.parse(params.ioengine()) == Ioengine.defaultOf(AccessPath.parse(params.path()))
                && params.hits() == null;
    }

    /** The row, and the one in which all threads are like it. */
    private static Stream<Mark> sides(Row row, Run run) {
        Params params = row.params();
        Company company = company(row);
        int threads = params.numjobs() + company.jobs();
        String series = params.path() + " beside " + company.kind().word();
        Stream<Mark> alone = run.rows().stream()
                .filter(Row::isTrusted)
                .filter(other -> other.target().equals(row.target()) && isSameAlone(other.params(), params, threads))
                .flatMap(other -> mark(other, 1, series));
        return Stream.concat(mark(row, (double) params.numjobs() / threads, series), alone);
    }

    private static boolean isSameAlone(Params other, Params params, int threads) {
        Params alone = new Params(
                params.rw(),
                params.bs(),
                params.path(),
                params.cache(),
                params.ioengine(),
                params.binding(),
                params.iodepth(),
                threads,
                params.rateIops(),
                params.size(),
                params.randomDistribution(),
                params.readahead(),
                params.hits(),
                params.blocks(),
                null);
        return other.equals(alone);
    }

    private static Stream<Mark> mark(Row row, double share, String series) {
        return Stream.ofNullable(row.nsPerOp()).map(time -> Mark.micros(share * PERCENT, time, series, row.target()));
    }
}
