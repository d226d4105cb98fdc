package io.pagetax.cli;

import io.pagetax.result.RunFiles;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Runs that are named on the command line. */
final class RunArguments {

    private RunArguments() {}

    /** Reads one; what is none is bad usage. */
    static RunFiles read(Path run, CommandLine command) {
        return read("", run, command);
    }

    /** Reads one of two that the usage names. */
    static RunFiles read(String name, Path run, CommandLine command) {
        try {
            return RunFiles.read(run);
        } catch (IOException unfit) {
            throw new ParameterException(
                    command,
                    (name.isEmpty() ? "" : name + ": ") + unfit.getMessage()
                            + "; accepted: the directory of a run, or its run.json",
                    unfit);
        }
    }
}
