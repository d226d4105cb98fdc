package io.pagetax.it;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs programs and keeps what they said. */
final class Commands {

    private static final long LIMIT_SECONDS = 300;

    /** What a program left. */
    record Outcome(int exit, String out, String err) {}

    private Commands() {}

    static Process start(Path folder, List<String> command) throws IOException {
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(folder.resolve("stdout").toFile())
                .redirectError(folder.resolve("stderr").toFile())
                .start();
    }

    /** Waits for a program that {@link #start} started in {@code folder}. */
    static Outcome await(Process process, Path folder) throws IOException {
        return await(process, folder, LIMIT_SECONDS);
    }

    static Outcome await(Process process, Path folder, long limitSeconds) throws IOException {
        try {
            if (!process.waitFor(limitSeconds, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException("not ended after " + limitSeconds + " s");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("stopped while waiting for a program");
        }
        return new Outcome(
                process.exitValue(),
                Files.readString(folder.resolve("stdout"), StandardCharsets.UTF_8),
                Files.readString(folder.resolve("stderr"), StandardCharsets.UTF_8));
    }

    static Outcome run(Path folder, List<String> command) throws IOException {
        return await(start(folder, command), folder);
    }

    /** With the flags of {@code scripts/pagetax}, by which it starts faster; forks that measure do not inherit them. */
    static List<String> pagetax(String... arguments) {
        List<String> command =
                new ArrayList<>(java(Path.of(System.getProperty("java.home")), "pagetax.jar", arguments));
        command.addAll(1, List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        return command;
    }

    static List<String> benchmarks(String... arguments) {
        return java(Path.of(System.getProperty("java.home")), "benchmarks.jar", arguments);
    }

    /** A command line with the jar that a system property of the build names. */
    static List<String> java(Path home, String jarProperty, String... arguments) {
        List<String> command = new ArrayList<>(
                List.of(home.resolve("bin/java").toString(), "-jar", System.getProperty(jarProperty, "")));
        command.addAll(List.of(arguments));
        return command;
    }

    /** Runs a helper program of the system that must succeed; returns its output. */
    static String system(Path folder, String... command) throws IOException {
        Outcome outcome = run(folder, List.of(command));
        if (outcome.exit() != 0) {
            throw new IOException(String.join(" ", command) + ": " + outcome.err());
        }
        return outcome.out().strip();
    }
}
