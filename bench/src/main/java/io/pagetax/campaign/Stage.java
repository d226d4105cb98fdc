package io.pagetax.campaign;

import io.pagetax.plan.Cell;
import io.pagetax.plan.SampleException;
import io.pagetax.result.TargetFacts;
import io.pagetax.testfile.DataFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The targets of a run, and which of those that share a place has it. Used by one thread; {@link #close} may come from
 * another.
 */
final class Stage implements AutoCloseable {

    private final Request request;
    private final Progress progress;
    private final Interruption interruption;
    private final Map<String, Target> targets = new ConcurrentHashMap<>();
    private String standing = "";

    Stage(Request request, Progress progress, Interruption interruption) {
        this.request = request;
        this.progress = progress;
        this.interruption = interruption;
    }

    /** Makes a target ready. */
    Target prepare(TargetSpec spec) throws IOException {
        warnOfLeftovers(spec.path());
        progress.phase("preparing the data file in " + spec.path());
        Target target = Target.prepare(spec, request, interruption);
        targets.put(spec.name(), target);
        standing = spec.name();
        return target;
    }

    private void warnOfLeftovers(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            for (Path left : DataFile.leftovers(path)) {
                progress.warning("left behind by a run that was killed, and may be removed: " + left);
            }
        }
    }

    /** A target that was prepared. */
    Target target(String name) {
        Target target = targets.get(name);
        if (target == null) {
            throw new IllegalArgumentException("no target is named " + name);
        }
        return target;
    }

    /** What lies under all of them now, in the order in which they were named. */
    List<TargetFacts> facts() throws IOException {
        List<TargetFacts> facts = new ArrayList<>();
        for (TargetSpec spec : request.targets()) {
            facts.add(target(spec.name()).facts());
        }
        return facts;
    }

    /** The cells of a round in their order. */
    List<Cell> order(int round) {
        boolean inTurn = targets.values().stream().anyMatch(Target::hasTurn);
        return inTurn ? request.plan().orderInTurn(round) : request.plan().order(round);
    }

    /** Makes a target stand. One that cannot be costs its samples, not the run. */
    Target giveTurn(String name) throws SampleException {
        Target target = target(name);
        if (target.hasTurn() && !standing.equals(name)) {
            progress.phase("giving the place to " + name);
            standing = "";
            try {
                target.takeTurn();
            } catch (IOException failed) {
                throw new SampleException(name + " could not take its turn: " + failed.getMessage(), failed);
            }
            standing = name;
        }
        return target;
    }

    /** After a sample: what a cell that writes left to be written would else be written during the next one. */
    void settle(Cell cell) {
        if (cell.workload().writes()) {
            try {
                target(cell.target()).settle();
            } catch (IOException failed) {
                progress.warning("what " + cell.id() + " wrote did not all get to the device: " + failed.getMessage());
            }
        }
    }

    /** Removes scratch files. */
    @Override
    public void close() throws IOException {
        for (Target target : targets.values()) {
            target.close();
        }
    }
}
