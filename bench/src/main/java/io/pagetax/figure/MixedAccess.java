package io.pagetax.figure;

import io.pagetax.result.Params;
import io.pagetax.result.Row;
import io.pagetax.result.Run;
import io.pagetax.workload.Company;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What threads on one path pay when more and more of those on the same file take another. */
final class MixedAccess implements Figure {

    private static final double NANOS_PER_MICRO = 1000;

    @Override
    public String name() {
        return "mixed-access";
    }

    @Override
    public String caption() {
        return "Time of a thread per operation beside others that read the same file, by how many of all of them are like"
                + " it; with 95 % intervals.";
    }

    @Override
    public Optional<Plot> plot(Run run) {
        List<Mark> marks = run.rows().stream()
                .filter(Row::isTrusted)
                .filter(row -> row.params().beside() != null)
                .flatMap(row -> sides(row, run))
                .distinct()
                .toList();
        return marks.isEmpty()
                ? Optional.empty()
                : Optional.of(new Plot(
                                new Axis("threads like it, % of all", Axis.Kind.LINEAR),
                                new Axis("time per operation, µs", Axis.Kind.LINEAR))
                        .lines(marks, Plot.Line.SOLID)
                        .points(marks));
    }

    /** The row, and the one in which all threads are like it. */
    private static Stream<Mark> sides(Row row, Run run) {
        Params params = row.params();
        Company company = Company.parse(String.valueOf(params.beside()));
        if (company.changesFile()) {
            return Stream.empty();
        }
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
        return Stream.ofNullable(row.nsPerOp())
                .map(time -> Mark.of(share * 100, time, value -> value / NANOS_PER_MICRO, series, row.target()));
    }
}
