package io.pagetax.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of commands that leave a run's directory. */
final class OutputOptions {

    @Option(
            names = "--out",
            order = HelpOrder.OUTPUT,
            paramLabel = "DIR",
            description = "Directory for the results; default results/<host>-<UTC time>.")
    @Nullable Path out;

    @Option(
            names = "--anonymise",
            order = HelpOrder.OUTPUT,
            arity = "0..1",
            paramLabel = "BOOL",
            fallbackValue = "true",
            defaultValue = "false",
            description = "Hide the host's name and all paths in the files and on stdout; name targets by NAME=PATH.")
    boolean anonymise;

    @Option(
            names = "--json",
            order = HelpOrder.OUTPUT,
            arity = "0..1",
            paramLabel = "BOOL",
            fallbackValue = "true",
            defaultValue = "false",
            description = "Print the run record on stdout, and nothing else there.")
    boolean json;

    @Option(
            names = "--quiet",
            order = HelpOrder.OUTPUT,
            arity = "0..1",
            paramLabel = "BOOL",
            fallbackValue = "true",
            defaultValue = "false",
            description = "No progress on stderr.")
    boolean quiet;

    @Option(
            names = "--keep-file",
            order = HelpOrder.OUTPUT,
            arity = "0..1",
            paramLabel = "BOOL",
            fallbackValue = "true",
            defaultValue = "false",
            description = "Leave the scratch data file where it is.")
    boolean keepFile;

    @Option(
            names = "--dry-run",
            order = HelpOrder.OUTPUT,
            arity = "0..1",
            paramLabel = "BOOL",
            fallbackValue = "true",
            defaultValue = "false",
            description = "Print the cells and the time they will take; touch nothing.")
    boolean dryRun;
}
