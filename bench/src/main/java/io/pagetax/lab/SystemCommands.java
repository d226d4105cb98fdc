package io.pagetax.lab;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Changes the system. Programs are marked by an environment variable, so that those of a killed lab are found. */
final class SystemCommands implements Commands {

    static final String ADMINISTRATORS = "/usr/sbin:/sbin";

    private final Path directory;
    private final BooleanSupplier cancelled;

    /**
     * For a lab.
     *
     * @param cancelled asked before each command; true makes it fail
     */
    SystemCommands(Path directory, BooleanSupplier cancelled) {
        this.directory = directory;
        this.cancelled = cancelled;
    }

    @Override
    public String run(List<String> command) throws IOException {
        requireWanted();
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put(Orphans.MARK, directory.toString());
        // Some programs find what they need only there, and su does not put it into the path.
        builder.environment().merge("PATH", ADMINISTRATORS, (path, more) -> path + ":" + more);
        builder.environment().put("LC_ALL", "C");
        Process process = builder.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        int exit = exitOf(process);
        requireWanted();
        if (exit != 0) {
            throw new LabException(String.join(" ", command) + " failed (" + exit + "): "
                    + said.lines().reduce((first, last) -> first + "; " + last).orElse("no reason given"));
        }
        return said;
    }

    private void requireWanted() throws InterruptedIOException {
        if (isCancelled()) {
            throw new InterruptedIOException("cancelled");
        }
    }

    private static int exitOf(Process process) throws InterruptedIOException {
        try {
            return process.waitFor();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("stopped while a program was running");
        }
    }

    @Override
    public void write(Path file, String text) throws IOException {
        requireWanted();
        Files.writeString(file, text, StandardOpenOption.WRITE);
    }

    @Override
    public String read(Path file) throws IOException {
        requireWanted();
        return Files.readString(file).strip();
    }

    @Override
    public void act(String shown, Action action) throws IOException {
        requireWanted();
        action.run();
    }

    @Override
    public boolean isCancelled() {
        return cancelled.getAsBoolean();
    }

    @Override
    public boolean isDryRun() {
        return false;
    }
}
