package io.pagetax.cli;

import picocli.CommandLine.Option;

/** Options of commands that print one thing. */
final class ConsoleOptions {

    @Option(
            names = "--json",
            order = HelpOrder.OUTPUT,
            arity = "0..1",
            paramLabel = "BOOL",
            fallbackValue = "true",
            defaultValue = "false",
            description = "Print it as JSON, with all that was found, and nothing else on stdout.")
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
}
