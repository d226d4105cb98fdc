package io.pagetax.cli;

import io.pagetax.lab.Lab;
import io.pagetax.lab.LabException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** What all commands of the lab have. */
final class LabOptions {

    private static final String ROOT = "root";

    @Option(
            names = "--dir",
            order = HelpOrder.OUTPUT,
            paramLabel = "DIR",
            description = "The lab's own folder; default /var/tmp/pagetax-lab.")
    Path directory = Lab.DEFAULT_DIRECTORY;

    /** A lab that tells on stderr what it does. */
    Lab lab(CommandLine command, BooleanSupplier cancelled) throws IOException {
        PrintWriter err = command.getErr();
        return new Lab(
                directory,
                text -> {
                    err.println(text);
                    err.flush();
                },
                cancelled);
    }

    /** A lab that prints what would be done. */
    Lab shown(CommandLine command) throws IOException {
        return new Lab(directory, command.getOut()::println, () -> false);
    }

    /** Whoever is not root hears at once what it is needed for. */
    static void requireRoot(CommandLine command) throws LabException {
        if (!ROOT.equals(System.getProperty("user.name"))) {
            String name = command.getCommandSpec().qualifiedName();
            throw new LabException("'" + name + "' needs root: it makes and removes block devices, file systems and"
                    + " mounts; use sudo, or --dry-run to see what it would do. Measuring needs no root.");
        }
    }
}
