package io.pagetax.lab;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Everything by which a lab changes the system, done or only shown. */
interface Commands {

    /**
     * Runs a program that changes something.
     *
     * @return what it printed, without white space at its ends; empty if it is only shown
     * @throws LabException with the program's own words if it fails
     */
    String run(List<String> command) throws IOException;

    /** {@link #run(List)}. */
    default String run(String... command) throws IOException {
        return run(List.of(command));
    }

    /** Writes into a file of the kernel's. */
    void write(Path file, String text) throws IOException;

    /** Reads a file of the kernel's where reading it changes something; empty if it is only shown. */
    String read(Path file) throws IOException;

    /** Does what needs no program; {@code shown} is what a shell would do in its place. */
    void act(String shown, Action action) throws IOException;

    /** Whether nothing is done, so that nothing of what was made can be found. */
    boolean isDryRun();

    /** Whether the user wants no more of it; long actions ask now and then. */
    boolean isCancelled();

    /** What may fail. */
    @FunctionalInterface
    interface Action {
        /** Does it. */
        void run() throws IOException;
    }
}
