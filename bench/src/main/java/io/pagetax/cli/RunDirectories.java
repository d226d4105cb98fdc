package io.pagetax.cli;

import io.pagetax.environment.Anonymiser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/**
 * Where a run's files go.
 *
 * @param id the run's name, which is that of the directory unless that is to be hidden
 */
record RunDirectories(Path path, String id) {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** The directory asked for, or one named after host and time; one that holds anything is refused. */
    static RunDirectories choose(OutputOptions output, CommandLine command) throws IOException {
        String host = output.anonymise ? Anonymiser.HOST : Anonymiser.hostName();
        String unique = host + "-" + STAMP.format(Instant.now());
        Path asked = output.out;
        Path path = asked == null ? Path.of("results", unique) : asked;
        requireEmpty(path, command);
        boolean hidden = output.anonymise || path.getFileName() == null;
        return new RunDirectories(
                output.anonymise ? path.toAbsolutePath().normalize() : path,
                hidden ? unique : path.getFileName().toString());
    }

    /** Refuses a directory that holds anything. */
    static void requireEmpty(Path path, CommandLine command) throws IOException {
        if (Files.isDirectory(path)) {
            try (Stream<Path> files = Files.list(path)) {
                if (files.findAny().isPresent()) {
                    throw new ParameterException(command, "--out " + path + ": not empty; name a new directory");
                }
            }
        } else if (Files.exists(path)) {
            throw new ParameterException(command, "--out " + path + ": not a directory");
        }
    }

    /** Makes the directory, before anything is measured that could then not be kept. */
    static void create(Path path, CommandLine command) {
        try {
            Files.createDirectories(path);
        } catch (IOException refused) {
            throw new ParameterException(command, "--out " + path + ": cannot be made (" + refused + ")", refused);
        }
        if (!Files.isWritable(path)) {
            throw new ParameterException(command, "--out " + path + ": not writable");
        }
    }
}
