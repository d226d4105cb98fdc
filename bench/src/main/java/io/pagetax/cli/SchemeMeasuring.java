package io.pagetax.cli;

import io.pagetax.linux.syscall.NativeMemory;
import io.pagetax.plan.SampleException;
import io.pagetax.plan.SchemeCostRunner;
import io.pagetax.result.SchemeCostCell;
import io.pagetax.result.SchemeCostRow;
import io.pagetax.result.SchemeCosts;
import io.pagetax.result.TransferCounts;
import io.pagetax.scheme.Schemes;
import io.pagetax.scheme.measure.Bill;
import io.pagetax.scheme.measure.Residency;
import io.pagetax.scheme.model.Tally;
import io.pagetax.testfile.TargetException;
import io.pagetax.workload.ByteSize;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.apache.commons.statistics.descriptive.Median;

/** Measures schemes side by side: in each round everything once, the control beside each of them. */
final class SchemeMeasuring {

    private static final String ONE = "one";
    private static final String NULL = "null";
    private static final String FILE = "file";
    private static final List<Residency> STATES = List.of(
            Residency.UNCACHED,
            Residency.ONE_PAGE,
            Residency.MIXED_10,
            Residency.MIXED_50,
            Residency.MIXED_90,
            Residency.CACHED);

    private final SchemeCostRunner runner;
    private final int rounds;
    private final TerminalProgress progress;
    private final BooleanSupplier cancelled;

    SchemeMeasuring(SchemeCostRunner runner, int rounds, TerminalProgress progress, BooleanSupplier cancelled) {
        this.runner = runner;
        this.rounds = rounds;
        this.progress = progress;
        this.cancelled = cancelled;
    }

    /** What is done on a device: the scheme alone on the null device in full, on others what tells them apart there. */
    static List<SchemeCostCell> cells(String device, int processors) {
        List<SchemeCostCell> cells = new ArrayList<>();
        List<String> lengths = device.equals(NULL) ? List.of("4k", "128k") : List.of("4k");
        List<Residency> read =
                device.equals(NULL) ? STATES : List.of(Residency.UNCACHED, Residency.ONE_PAGE, Residency.CACHED);
        for (String bs : lengths) {
            read.forEach(state -> cells.add(new SchemeCostCell("read", device, state.word(), bs, 1, ONE)));
            // A direct write to a page that is cached removes it in most schemes: counts tell of that, times cannot.
            Stream.of(Residency.UNCACHED, Residency.ONE_PAGE)
                    .forEach(state -> cells.add(new SchemeCostCell("write", device, state.word(), bs, 1, ONE)));
        }
        for (int threads : threads(processors)) {
            for (String files : device.equals(NULL) ? List.of(ONE, "each") : List.of(ONE)) {
                Stream.of("read", "write")
                        .forEach(rw -> cells.add(
                                new SchemeCostCell(rw, device, Residency.UNCACHED.word(), "4k", threads, files)));
            }
        }
        if (!device.equals(FILE)) {
            cells.add(new SchemeCostCell(
                    SchemeCostCell.WRITE_BESIDE_ADDERS,
                    device,
                    Residency.CHURNED.word(),
                    "4k",
                    1 + SchemeCostRunner.ADDERS,
                    ONE));
        }
        return cells;
    }

    private static Set<Integer> threads(int processors) {
        Set<Integer> threads = new LinkedHashSet<>(List.of(Math.max(2, processors), 2 * Math.max(2, processors)));
        return threads;
    }

    SchemeCosts measure(List<Schemes> schemes, List<SchemeCostCell> cells) throws IOException {
        List<Samples> all = new ArrayList<>();
        for (SchemeCostCell cell : cells) {
            schemes.forEach(scheme -> all.add(new Samples(scheme, cell)));
        }
        for (int round = 0; round < rounds; round++) {
            round(all, round * all.size());
        }
        List<SchemeCostRow> rows = new ArrayList<>();
        for (Samples samples : all) {
            rows.add(samples.row());
        }
        return new SchemeCosts(rounds, rows);
    }

    private void round(List<Samples> all, int before) throws IOException {
        SchemeCostCell last = null;
        double control = 0;
        int number = before;
        for (Samples samples : all) {
            SchemeCostCell cell = samples.cell;
            if (!cell.equals(last)) {
                control = nanos(Schemes.UNTRACKED, cell);
                last = cell;
            }
            number++;
            progress.step(number, rounds * all.size(), samples.scheme.id() + ", " + cell.id());
            double nanos = samples.scheme == Schemes.UNTRACKED ? control : nanos(samples.scheme, cell);
            samples.nanos.add(nanos);
            samples.timesControl.add(nanos / control);
        }
    }

    /** Of one scheme in one cell, a number a round. */
    private static final class Samples {

        private final Schemes scheme;
        private final SchemeCostCell cell;
        private final List<Double> nanos = new ArrayList<>();
        private final List<Double> timesControl = new ArrayList<>();

        Samples(Schemes scheme, SchemeCostCell cell) {
            this.scheme = scheme;
            this.cell = cell;
        }

        SchemeCostRow row() throws IOException {
            return new SchemeCostRow(scheme.id(), cell, median(nanos), median(timesControl), counts(scheme, cell));
        }
    }

    private double nanos(Schemes scheme, SchemeCostCell cell) throws IOException {
        if (cancelled.getAsBoolean()) {
            throw new InterruptedIOException("cancelled");
        }
        try {
            return cell.rw().equals(SchemeCostCell.WRITE_BESIDE_ADDERS)
                    ? runner.runBesideAdders(scheme.id(), cell.device(), cell.cache(), cell.bs(), cell.files())
                    : runner.run(
                            cell.rw(),
                            scheme.id(),
                            cell.device(),
                            cell.cache(),
                            cell.bs(),
                            cell.threads(),
                            cell.files());
        } catch (SampleException failed) {
            throw new TargetException(scheme.id() + ", " + cell.id() + ": " + failed.getMessage(), failed);
        }
    }

    private static double median(List<Double> all) {
        return Median.withDefaults()
                .evaluate(all.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static TransferCounts counts(Schemes scheme, SchemeCostCell cell) throws IOException {
        int pages = Math.toIntExact(ByteSize.parse(cell.bs()) / NativeMemory.pageSize());
        Residency residency = Residency.of(cell.cache());
        Tally tally = Bill.of(scheme, cell.isWrite(), residency, pages);
        double places = Bill.places(residency);
        return new TransferCounts(
                tally.lockRmws() / places,
                tally.ownStores() / places,
                tally.pageRmws() / places,
                tally.treeLocks() / places,
                tally.nodes() / places,
                tally.entries() / places,
                tally.copies() / places,
                tally.waits() / places,
                (tally.deviceReads() + tally.deviceWrites()) / places);
    }
}
