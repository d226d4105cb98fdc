package io.pagetax.cli;

import io.pagetax.environment.EnvironmentProbe;
import io.pagetax.linux.syscall.Binding;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command {@code pagetax}. */
@Command(
        name = "pagetax",
        description = "Measures what the Linux page cache costs, and saves, for the file I/O you do.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            QuickCommand.class,
            RunCommand.class,
            TaxCommand.class,
            CompareCommand.class,
            LabCommand.class,
            ProbeCommand.class,
            SchemesCommand.class,
            ReportCommand.class,
            DiffCommand.class,
            MergeCommand.class,
            PublishCommand.class,
            EnvCommand.class,
            DoctorCommand.class
        })
public final class Main {

    /** Version and commit, as the build stamped them. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"pagetax " + EnvironmentProbe.version()};
        }
    }

    /** As picocli constructs it. */
    public Main() {}

    /** Runs a command and ends the process with its exit code. */
    @SuppressForbidden(reason = "this is the launcher")
    public static void main(String[] args) {
        // Forks of different runs may go on side by side: JMH's machine-wide lock lies in a folder that another user's
        // run would leave unwritable.
        System.setProperty("jmh.ignoreLock", "true");
        System.exit(run(args));
    }

    private static int run(String... args) {
        CommandLine command = commandLine(List.of(args));
        try {
            Binding.current();
        } catch (IllegalArgumentException | UnsupportedOperationException refused) {
            command.getErr().println("pagetax: -D" + Binding.PROPERTY + ": " + firstLine(refused));
            return ExitCode.USAGE;
        }
        return command.execute(args);
    }

    static CommandLine commandLine(List<String> args) {
        return new CommandLine(new Main(), new CommandFactory(args))
                .setParameterExceptionHandler((failure, arguments) -> usageError(failure))
                .setExecutionExceptionHandler((failure, command, result) -> executionError(failure, command));
    }

    private static int usageError(ParameterException failure) {
        CommandLine command = failure.getCommandLine();
        PrintWriter err = command.getErr();
        err.println("pagetax: " + firstLine(failure) + "; see "
                + command.getCommandSpec().qualifiedName() + " --help");
        UnmatchedArgumentException.printSuggestions(failure, err);
        return ExitCode.USAGE;
    }

    private static String firstLine(Exception failure) {
        String message = failure.getMessage();
        return message == null
                ? failure.toString()
                : message.lines().findFirst().orElse("");
    }

    private static int executionError(Exception failure, CommandLine command) {
        if (failure instanceof ParameterException usage) {
            return usageError(usage);
        }
        PrintWriter err = command.getErr();
        if (failure instanceof IOException) {
            err.println("pagetax: " + firstLine(failure));
            return ExitCode.TARGET;
        }
        err.println("pagetax: internal error, please report it with what follows");
        failure.printStackTrace(err);
        return ExitCode.INTERNAL_ERROR;
    }
}
