package io.pagetax.scheme.verify;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Explores scenarios under schemes, in as many processes as the machine has pairs of processors: one takes nearly two. */
public final class Verification {

    /** Of each scenario, shared among its variants: all of them take minutes then. */
    public static final int INTERLEAVINGS = 300;

    private static final Duration PATIENCE_EACH = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final int interleavings;
    private final Listener listener;
    private final BooleanSupplier cancelled;

    /** Is told how it goes, by several threads. */
    @FunctionalInterface
    public interface Listener {

        /** One is about to be explored. */
        void exploring(Subject subject, Scenario scenario, int number, int total);
    }

    private record Cell(Subject subject, Scenario scenario) {}

    /** A part of all interleavings is explored with the fine grain, where one takes longer. */
    private static final int FINE_PART = 3;

    /**
     * For any number of runs.
     *
     * @param interleavings at most, of each scenario
     * @param cancelled asked now and then; true ends the work early
     */
    public Verification(int interleavings, Listener listener, BooleanSupplier cancelled) {
        this.interleavings = interleavings;
        this.listener = listener;
        this.cancelled = cancelled;
    }

    /**
     * Explores all scenarios under all subjects.
     *
     * @return in the order of the subjects, then of the scenarios
     * @throws InterruptedIOException if it was cancelled
     */
    public List<Explored> run(List<Subject> subjects, List<Scenario> scenarios) throws IOException {
        List<Cell> cells = subjects.stream()
                .flatMap(subject -> scenarios.stream().map(scenario -> new Cell(subject, scenario)))
                .toList();
        @Nullable Explored[] found = new Explored[cells.size()];
        int fine = interleavings / FINE_PART;
        explore(cells, Grain.OPERATION, interleavings - fine, found);
        explore(cells, Grain.ACCESS, fine, found);
        List<Explored> all = new ArrayList<>();
        for (Explored each : found) {
            if (each != null) {
                all.add(each);
            }
        }
        return all;
    }

    private void explore(List<Cell> cells, Grain grain, int limit, @Nullable Explored[] found) throws IOException {
        AtomicInteger next = new AtomicInteger();
        int processes = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
        ExecutorService members = Executors.newFixedThreadPool(processes);
        try {
            List<Future<@Nullable Void>> running = new ArrayList<>();
            for (int i = 0; i < processes; i++) {
                running.add(members.submit(() -> explore(cells, next, grain, limit, found)));
            }
            for (Future<@Nullable Void> member : running) {
                await(member);
            }
        } finally {
            members.shutdownNow();
        }
    }

    private static void await(Future<@Nullable Void> member) throws IOException {
        try {
            member.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof IOException known) {
                throw known;
            }
            throw new IllegalStateException(failed.getCause());
        }
    }

    private @Nullable Void explore(
            List<Cell> cells, AtomicInteger next, Grain grain, int limit, @Nullable Explored[] found)
            throws IOException {
        ExplorerProcess process = ExplorerProcess.start(grain);
        try {
            for (int number = next.getAndIncrement(); number < found.length; number = next.getAndIncrement()) {
                Cell cell = cells.get(number);
                Explored before = found[number];
                if (before != null && before.isSettled()) {
                    continue;
                }
                listener.exploring(cell.subject, cell.scenario, number, found.length);
                Exploration exploration;
                try {
                    exploration = explore(process, cell, limit);
                } catch (InterruptedIOException stopped) {
                    throw stopped;
                } catch (IOException once) {
                    // A class that is initialised in the middle of a search can hang the checker: by now it is known.
                    process.close();
                    process = ExplorerProcess.start(grain);
                    exploration = exploreAgain(process, cell, limit);
                }
                found[number] = new Explored(
                        cell.subject,
                        cell.scenario,
                        before == null ? exploration : before.found().and(exploration));
            }
        } finally {
            process.close();
        }
        return null;
    }

    /** A failure is not to be taken for one of the target then. */
    private Exploration exploreAgain(ExplorerProcess process, Cell cell, int limit) throws InterruptedIOException {
        try {
            return explore(process, cell, limit);
        } catch (InterruptedIOException stopped) {
            throw stopped;
        } catch (IOException twice) {
            throw new IllegalStateException(twice);
        }
    }

    private Exploration explore(ExplorerProcess process, Cell cell, int limit) throws IOException {
        Duration patience = PATIENCE.plus(PATIENCE_EACH.multipliedBy(limit));
        try {
            return process.explore(cell.subject, cell.scenario, limit, patience, cancelled);
        } catch (InterruptedIOException stopped) {
            throw stopped;
        } catch (IOException failed) {
            throw new IOException(cell.subject.id() + ", " + cell.scenario.id() + ": " + failed.getMessage(), failed);
        }
    }
}
