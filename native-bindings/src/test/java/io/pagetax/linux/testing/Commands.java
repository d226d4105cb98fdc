package io.pagetax.linux.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs programs of the machine to their end. */
public final class Commands {

    private static final long TIMEOUT_SECONDS = 60;

    private Commands() {}

    /**
     * How a program ended.
     *
     * @param exitCode as the shell would see it
     * @param output of both streams
     */
    public record Outcome(int exitCode, String output) {

        public boolean succeeded() {
            return exitCode == 0;
        }
    }

    /** Runs a program that must succeed, and returns what it printed, without white space at the ends. */
    public static String run(String... command) {
        Outcome outcome = tryRun(List.of(command), Map.of());
        if (!outcome.succeeded()) {
            throw new IllegalStateException(
                    String.join(" ", command) + ": exit code " + outcome.exitCode() + ": " + outcome.output());
        }
        return outcome.output().strip();
    }

    /** Runs a program that may fail, with some environment variables set. */
    public static Outcome tryRun(List<String> command, Map<String, String> environment) {
        try {
            Path output = Files.createTempFile("pagetax-test-", ".out");
            try {
                return runInto(output, command, environment);
            } finally {
                Files.delete(output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted: " + command, e);
        }
    }

    private static Outcome runInto(Path output, List<String> command, Map<String, String> environment)
            throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("no end after " + TIMEOUT_SECONDS + " s: " + command);
            }
            // Not every program writes valid UTF-8, and a JVM that crashes may stop in the middle of a character.
            return new Outcome(process.exitValue(), new String(Files.readAllBytes(output), StandardCharsets.UTF_8));
        } finally {
            process.destroyForcibly();
        }
    }
}
