package io.pagetax.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Where a run's files go. */
final class RunDirectories {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private RunDirectories() {}

    /** The directory asked for, or one named after host and time; one that holds anything is refused. */
    static Path choose(@Nullable Path asked, CommandLine command) throws IOException {
        Path path = asked != null ? asked : Path.of("results", hostName() + "-" + STAMP.format(Instant.now()));
        if (Files.isDirectory(path)) {
            try (Stream<Path> files = Files.list(path)) {
                if (files.findAny().isPresent()) {
                    throw new ParameterException(command, "--out " + path + ": not empty; name a new directory");
                }
            }
        } else if (Files.exists(path)) {
            throw new ParameterException(command, "--out " + path + ": not a directory");
        }
        return path;
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

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException unnamed) {
            return "localhost";
        }
    }
}
