package io.pagetax.cli;

import picocli.CommandLine.Option;

/** What every command has, after the options of commands that put theirs in an order of their own. */
final class HelpOptions {

    @Option(
            names = {"-h", "--help"},
            order = HelpOrder.HELP,
            usageHelp = true,
            description = "Show this help message and exit.")
    boolean help;

    @Option(
            names = {"-V", "--version"},
            order = HelpOrder.HELP,
            versionHelp = true,
            description = "Print version information and exit.")
    boolean version;
}
