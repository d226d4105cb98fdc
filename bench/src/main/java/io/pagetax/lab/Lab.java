package io.pagetax.lab;

import io.pagetax.lab.StateFile.Entry;
import io.pagetax.lab.StateFile.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Makes labs, changes them, and removes them. Needs root. <b>Not thread-safe.</b> */
public final class Lab {

    /** Where a lab is if nobody says where: a folder for large files that outlives the machine's next start. */
    public static final Path DEFAULT_DIRECTORY = Path.of("/var/tmp/pagetax-lab");

    private static final Path BOOT_ID = Path.of("/proc/sys/kernel/random/boot_id");

    private final Path directory;
    private final Consumer<String> tell;
    private final BooleanSupplier cancelled;

    /**
     * A lab that stands, or is to stand.
     *
     * @param directory that is the lab's own
     * @param tell hears, in a few words, what is being done
     * @param cancelled asked before each step; true ends what is being made, which is then removed
     * @throws LabException if there can be no such directory
     */
    public Lab(Path directory, Consumer<String> tell, BooleanSupplier cancelled) throws IOException {
        this.directory = LabDirectory.real(directory);
        this.tell = tell;
        this.cancelled = cancelled;
    }

    /** Where it is, without symbolic links. */
    public Path directory() {
        return directory;
    }

    /**
     * Makes a lab. If anything goes wrong, or it is cancelled, all of it is removed again.
     *
     * @param preparation what is to be done to a device before
     * @throws LabException if it cannot be made
     * @throws java.io.InterruptedIOException if it was cancelled
     */
    public void up(LabPlan plan, Preparation preparation) throws IOException {
        try (LabDirectory own = LabDirectory.create(directory)) {
            try {
                construct(plan, preparation, own);
            } catch (IOException failed) {
                tell.accept("removing what was made");
                removeOrTell();
                throw failed;
            }
        }
    }

    private void construct(LabPlan plan, Preparation preparation, LabDirectory own) throws IOException {
        try (StateFile state = StateFile.create(directory, StateFile.head(boot(), own.isMade(), plan))) {
            SystemCommands commands = new SystemCommands(directory, cancelled);
            preparation.apply(commands);
            Blueprint blueprint = new Blueprint(plan);
            Site site = new Site(state, commands, 0);
            site.build("", blueprint.shared());
            for (Variant variant : plan.inTurn() ? plan.variants().subList(0, 1) : plan.variants()) {
                build(variant, plan, blueprint, site, commands);
                state.finished(variant.name());
            }
        }
    }

    private void build(Variant variant, LabPlan plan, Blueprint blueprint, Site site, Commands commands)
            throws IOException {
        tell.accept("making " + variant.name() + ": " + variant.describe());
        site.build(variant.name(), blueprint.steps(variant));
        new Occupation(plan, variant, commands).apply();
    }

    /** Shows what {@link #up} would do, and does nothing. */
    public void show(LabPlan plan, Preparation preparation) throws IOException {
        ShownCommands commands = new ShownCommands(tell);
        commands.act("mkdir " + directory, () -> {});
        preparation.apply(commands);
        Blueprint blueprint = new Blueprint(plan);
        for (Step step : blueprint.shared()) {
            step.apply(commands);
        }
        for (Variant variant : plan.variants()) {
            for (Step step : blueprint.steps(variant)) {
                step.apply(commands);
            }
            new Occupation(plan, variant, commands).apply();
        }
    }

    /** What made it fail is worth more to a user than what then stays. */
    private void removeOrTell() {
        try {
            clear(state()).forEach(this::tellOfRest);
        } catch (IOException failed) {
            tellOfRest(failed.getMessage());
        }
    }

    private void tellOfRest(@Nullable String why) {
        tell.accept("a part stays, and 'pagetax lab down' tries again to remove it: " + why);
    }

    /**
     * Removes what {@link #up} made, also what a killed one left, and also if a part is gone.
     *
     * @return false if no lab was there
     * @throws LabException naming what could not be removed; the rest is, and another try may remove that
     */
    public boolean down() throws IOException {
        Optional<LabDirectory> opened = LabDirectory.open(directory);
        if (opened.isEmpty()) {
            return false;
        }
        LabDirectory own = opened.get();
        try (own) {
            new Orphans(directory).await();
            List<String> failures = clear(StateFile.read(directory));
            if (!failures.isEmpty()) {
                throw new LabException(String.join("; ", failures));
            }
        }
        return true;
    }

    /** Shows what {@link #down} would do, and does nothing. */
    public void showDown() throws IOException {
        Optional<State> state = StateFile.read(directory);
        List<Entry> entries = state.map(State::entries).orElse(List.of());
        ShownCommands commands = new ShownCommands(tell);
        for (int index = entries.size() - 1; index >= 0; index--) {
            entries.get(index).step().undo(commands, state.isPresent() && isSameBoot(state.get()));
        }
        if (Files.isDirectory(directory)) {
            commands.act("rm -r " + directory, () -> {});
        }
    }

    private List<String> clear(Optional<State> state) throws IOException {
        if (state.isPresent()) {
            try (StateFile file = StateFile.open(directory)) {
                List<String> failures = Site.clear(
                        state.get().entries(),
                        file,
                        new SystemCommands(directory, () -> false),
                        isSameBoot(state.get()));
                if (!failures.isEmpty()) {
                    return failures;
                }
            }
        }
        LabDirectory.remove(
                directory, state.map(found -> found.head().ownDirectory()).orElse(true));
        return List.of();
    }

    /** {@link LabUse#turn} of a lab that nobody uses. */
    public void turn(String name) throws IOException {
        try (LabUse use = use()) {
            use.turn(name);
        }
    }

    /** Makes a file system fail on purpose, also while something is measured on it. */
    public String spoil(String name, Fault fault) throws IOException {
        State before = state().orElseThrow(this::none);
        LabDirectory own = LabDirectory.change(before.head().plan().directory());
        try (own) {
            State state = state().orElseThrow(this::none);
            Variant variant = state.head().plan().variant(name);
            try (StateFile file = StateFile.open(directory)) {
                SystemCommands commands = new SystemCommands(directory, cancelled);
                Site site = new Site(file, commands, state.lines());
                String told = fault.apply(new Patient(directory, state, variant), site, commands);
                file.fault(name + ":" + fault.word());
                return told;
            }
        }
    }

    /** What stands now. Needs no privileges; empty if there is no lab. */
    public Optional<LabStatus> status() throws IOException {
        Optional<State> state = state();
        return state.isEmpty() ? Optional.empty() : Optional.of(LabStatus.of(state.get(), isSameBoot(state.get())));
    }

    /**
     * Keeps the lab from being removed until the result is closed. Needs privileges if file systems take turns in it.
     *
     * @throws LabException if none stands, or if another uses it
     */
    public LabUse use() throws IOException {
        State state = state().orElseThrow(this::none);
        boolean shared = !state.head().plan().inTurn();
        LabDirectory own = shared
                ? LabDirectory.share(directory)
                : LabDirectory.open(directory).orElseThrow(this::none);
        return new LabUse(this, own);
    }

    /** What {@link LabUse#turn} does; others are kept out by the caller. */
    void changeTurn(String name) throws IOException {
        State state = state().orElseThrow(this::none);
        LabPlan plan = state.head().plan();
        Variant variant = plan.variant(name);
        if (!plan.inTurn()) {
            throw new LabException("all file systems of this lab stand side by side; none has to wait for its turn");
        }
        try (StateFile file = StateFile.open(directory)) {
            SystemCommands commands = new SystemCommands(directory, cancelled);
            List<Entry> others = state.entries().stream()
                    .filter(entry -> !entry.owner().isEmpty())
                    .toList();
            List<String> failures = Site.clear(others, file, commands, isSameBoot(state));
            if (!failures.isEmpty()) {
                throw new LabException(String.join("; ", failures));
            }
            Preparation.discard(plan).apply(commands);
            build(variant, plan, new Blueprint(plan), new Site(file, commands, state.lines()), commands);
            file.finished(name);
        }
    }

    private Optional<State> state() throws IOException {
        return StateFile.read(directory);
    }

    private LabException none() {
        return new LabException("no lab stands in " + directory + "; 'pagetax lab up' makes one");
    }

    private static boolean isSameBoot(State state) throws IOException {
        return state.head().boot().equals(boot());
    }

    private static String boot() throws IOException {
        return Files.readString(BOOT_ID).strip();
    }
}
