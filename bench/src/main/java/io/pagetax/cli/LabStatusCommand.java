package io.pagetax.cli;

import io.pagetax.lab.LabStatus;
import io.pagetax.lab.LabStatus.Standing;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code pagetax lab status}. */
@Command(name = "status", sortOptions = false, description = "Shows what stands of the lab.")
@SuppressWarnings("NullAway.Init") // picocli sets the annotated fields
final class LabStatusCommand implements Callable<Integer> {

    @Mixin
    LabOptions options;

    @Mixin
    HelpOptions help;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        CommandLine command = spec.commandLine();
        Optional<LabStatus> status = options.lab(command, () -> false).status();
        if (status.isEmpty()) {
            command.getOut().println("no lab stands in " + options.directory);
        } else {
            print(status.get(), command);
        }
        command.getOut().flush();
        return ExitCode.OK;
    }

    static void print(LabStatus status, CommandLine command) {
        PrintWriter out = command.getOut();
        if (status.rebooted()) {
            out.println("the machine has started anew since; only files are left: pagetax lab down removes them");
        }
        List<List<String>> lines = new ArrayList<>();
        status.fileSystems().forEach(standing -> lines.add(columns(standing)));
        int name = width(lines, 0);
        int condition = width(lines, 1);
        int target = width(lines, 2);
        lines.forEach(line -> out.printf(
                Locale.ROOT, "%-" + name + "s  %-" + condition + "s  %-" + target + "s  %s%n", line.toArray()));
        out.flush();
    }

    private static List<String> columns(Standing standing) {
        String faults = standing.faults().isEmpty() ? "" : ", spoilt: " + String.join(", ", standing.faults());
        return List.of(
                standing.name(),
                standing.condition().name().toLowerCase(Locale.ROOT),
                standing.target().toString(),
                standing.what() + faults);
    }

    private static int width(List<List<String>> lines, int column) {
        return lines.stream().mapToInt(line -> line.get(column).length()).max().orElse(1);
    }
}
