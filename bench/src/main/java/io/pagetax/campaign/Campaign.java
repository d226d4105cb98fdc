package io.pagetax.campaign;

import io.pagetax.analysis.Answer;
import io.pagetax.analysis.DeviceLatencies;
import io.pagetax.analysis.Precision;
import io.pagetax.engine.Engines;
import io.pagetax.environment.Anonymiser;
import io.pagetax.environment.EnvironmentChanges;
import io.pagetax.environment.EnvironmentProbe;
import io.pagetax.export.Publication;
import io.pagetax.linux.syscall.Binding;
import io.pagetax.plan.CalibrationRunner;
import io.pagetax.plan.Cell;
import io.pagetax.plan.Plan;
import io.pagetax.plan.Sample;
import io.pagetax.plan.SampleException;
import io.pagetax.plan.SampleRunner;
import io.pagetax.result.Calibration;
import io.pagetax.result.Comparison;
import io.pagetax.result.Environment;
import io.pagetax.result.EnvironmentChange;
import io.pagetax.result.Row;
import io.pagetax.result.Run;
import io.pagetax.result.RunSettings;
import io.pagetax.sample.Companions;
import io.pagetax.testfile.TargetException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One run. Used once, by one thread; {@link Interruption} may come from another. */
public final class Campaign {

    private static final double PERCENT = 100;

    private final Request request;
    private final Progress progress;
    private final Interruption interruption;
    private final Instant startedAt = Instant.now();
    private final Stage stage;
    private final List<RowBuilder> rows = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private @Nullable Calibration calibration;

    /** Prepares nothing yet. */
    public Campaign(Request request, Progress progress, Interruption interruption) {
        this.request = request;
        this.progress = progress;
        this.interruption = interruption;
        this.stage = new Stage(request, progress, interruption);
    }

    /**
     * Makes the data files, measures, writes the run's directory and removes the data files again, whatever happens.
     *
     * @throws TargetException if a target cannot be used at all
     */
    public Run run() throws IOException {
        try {
            request.warnings().forEach(this::warn);
            prepareTargets();
            return measureAndWrite();
        } finally {
            progress.done();
            removeOrTell();
        }
    }

    /** What was measured is worth more than a tidy target: on one that failed meanwhile, nothing can be removed. */
    private void removeOrTell() {
        try {
            removeDataFiles();
        } catch (IOException left) {
            progress.warning("a data file stays behind: " + left.getMessage());
        }
    }

    private void prepareTargets() throws IOException {
        for (TargetSpec spec : request.targets()) {
            addRows(spec.name(), stage.prepare(spec));
        }
        rows.sort(Comparator.comparing(row -> request.plan().cells().indexOf(row.cell())));
        if (rows.stream().allMatch(RowBuilder::isUnsupported)) {
            throw new TargetException("nothing that was asked for works on this target: "
                    + rows.get(0).build().unsupported());
        }
    }

    private void addRows(String name, Target target) throws IOException {
        for (Cell cell : request.plan().cells()) {
            if (cell.target().equals(name)) {
                RowBuilder row = new RowBuilder(cell, target.fileFacts());
                rows.add(row);
                Optional<String> cause = Engines.unavailabilityCause(cell.workload(), target.file());
                (cause.isPresent() ? cause : Companions.unavailabilityCause(cell.workload(), target.file()))
                        .ifPresent(row::unsupported);
            }
        }
    }

    private Run measureAndWrite() throws IOException {
        Publication publication = publication();
        try (RunDirectory directory = RunDirectory.create(request.out(), publication)) {
            progress.phase("looking at the machine");
            Environment before = environment();
            calibrate(directory);
            boolean finished = measure(directory);
            progress.phase("writing results");
            List<EnvironmentChange> changes = changesSince(before);
            Run run = publication.of(sumUp(before, changes, finished));
            directory.finish(run, rows);
            return run;
        }
    }

    private Publication publication() {
        if (!request.anonymise()) {
            return Publication.open();
        }
        Map<Path, String> names = new HashMap<>();
        names.put(request.out(), "out");
        request.targets().forEach(target -> names.put(target.path(), target.name()));
        return Publication.anonymous(Anonymiser.of(names));
    }

    private Environment environment() throws IOException {
        return EnvironmentProbe.environment(stage.facts(), bindings(), SampleRunner.jvmFlags());
    }

    private List<EnvironmentChange> changesSince(Environment before) {
        List<EnvironmentChange> changes;
        try {
            changes = EnvironmentChanges.between(before, environment());
        } catch (IOException gone) {
            // What was measured before the target went away is kept all the same.
            warn("whether the environment changed is not known: " + gone.getMessage());
            return List.of();
        }
        changes.forEach(change -> warn(change.what() + " was " + shown(change.before()) + " before the run and is "
                + shown(change.after()) + " after it"));
        return changes;
    }

    private static String shown(@Nullable String value) {
        return value == null ? "unknown" : value;
    }

    private void calibrate(RunDirectory directory) throws IOException {
        progress.phase("calibrating the harness");
        try {
            calibration = Calibrations.of(new CalibrationRunner(directory.folder(), directory.jmhOutput()).run());
            calibration
                    .delay()
                    .reasons()
                    .forEach(reason -> warn("the harness shows times that did not happen: " + reason));
        } catch (SampleException failed) {
            if (!interruption.isRequested()) {
                warn("the harness could not be calibrated: " + failed.reason());
            }
        }
    }

    private boolean measure(RunDirectory directory) throws IOException {
        Plan plan = request.plan();
        SampleRunner runner =
                new SampleRunner(plan.warmup(), plan.runtime(), directory.folder(), directory.jmhOutput());
        Pace pace = new Pace(plan, supportedCells());
        Duration limit = request.stopping().limit();
        for (int round = 1; !interruption.isRequested() && isWanted(round); round++) {
            if (limit != null && !pace.roundFits(startedAt, limit)) {
                warnOfLimit(round - 1, limit);
                return true;
            }
            measureRound(round, runner, directory, pace);
        }
        return !interruption.isRequested();
    }

    private boolean isWanted(int round) {
        Double precision = request.stopping().precision();
        return round <= request.plan().rounds()
                || (precision != null
                        && round <= Stopping.MOST_ROUNDS
                        && leastPrecise()
                                .filter(tax -> Precision.halfWidth(tax.ratio()) > precision)
                                .isPresent());
    }

    private Optional<Comparison> leastPrecise() {
        return Precision.widest(Comparisons.of(rows));
    }

    private void warnOfLimit(int finished, Duration limit) {
        if (finished < request.plan().rounds()) {
            warn("only " + finished + " of " + request.plan().rounds() + " rounds fit into " + limit.toSeconds()
                    + " s on this machine");
        } else {
            leastPrecise()
                    .ifPresent(tax -> warn(String.format(
                            Locale.ROOT,
                            "the precision asked for was not reached within %d s: %s of %s is known to ±%.1f %% of its ratio",
                            limit.toSeconds(),
                            tax.name(),
                            tax.numerator(),
                            PERCENT * Precision.halfWidth(tax.ratio()))));
        }
    }

    private int supportedCells() {
        return (int) rows.stream().filter(row -> !row.isUnsupported()).count();
    }

    private void measureRound(int round, SampleRunner runner, RunDirectory directory, Pace pace) throws IOException {
        for (Cell cell : stage.order(round)) {
            RowBuilder row = row(cell);
            if (!row.isUnsupported()) {
                progress.sample(round, cell, pace.current(), pace.total(), pace.left());
                measureSample(round, row, runner, directory);
                pace.sampleEnded();
            }
            if (interruption.isRequested()) {
                return;
            }
        }
    }

    private void measureSample(int round, RowBuilder row, SampleRunner runner, RunDirectory directory)
            throws IOException {
        Cell cell = row.cell();
        String sampleStart = Instant.now().toString();
        try {
            Target target = stage.giveTurn(cell.target());
            Sample sample = runner.run(cell, target.file());
            directory.keep(cell, sample, row.add(round, sampleStart, sample));
            stage.settle(cell);
        } catch (SampleException failed) {
            // A sample that ended because the user stopped the run has not failed.
            if (!interruption.isRequested()) {
                directory.keep(row.fail(round, sampleStart, failed.reason()));
                warn(cell.id() + ": " + failed.reason());
            }
        }
    }

    private RowBuilder row(Cell cell) {
        return rows.stream().filter(row -> row.cell().equals(cell)).findFirst().orElseThrow();
    }

    private void warn(String text) {
        if (!warnings.contains(text)) {
            warnings.add(text);
            progress.warning(text);
        }
    }

    private Run sumUp(Environment environment, List<EnvironmentChange> changes, boolean finished) {
        Plan plan = request.plan();
        List<Row> results = rows.stream().map(RowBuilder::build).toList();
        List<Comparison> comparisons = Comparisons.of(rows);
        comparisons.stream()
                .filter(comparison -> comparison.name().equals(Answer.CONTROL))
                .forEach(this::warnOfControl);
        return new Run(
                Run.SCHEMA_VERSION,
                request.id(),
                startedAt.toString(),
                Instant.now().toString(),
                finished ? Run.COMPLETE : Run.PARTIAL,
                request.command(),
                plan.seed(),
                new RunSettings(
                        plan.rounds(), plan.warmup().toMillis(), plan.runtime().toMillis()),
                environment,
                changes,
                calibration,
                results,
                comparisons,
                Comparisons.breakEvens(rows),
                DeviceLatencies.of(comparisons, results),
                request.probes(),
                List.of(),
                List.copyOf(warnings));
    }

    private void warnOfControl(Comparison control) {
        if (Answer.excludesOne(control.ratio())) {
            warn("the control shows a difference where there is none: " + control.numerator() + " against the same, "
                    + Answer.change(control) + "; so do not believe small ones");
        }
    }

    private Set<Binding> bindings() {
        return rows.stream().map(row -> row.cell().binding()).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Removes scratch files; also for a process that is about to be ended at once. */
    public void removeDataFiles() throws IOException {
        stage.close();
    }
}
