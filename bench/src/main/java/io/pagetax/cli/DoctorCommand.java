package io.pagetax.cli;

import io.pagetax.campaign.TargetSpec;
import io.pagetax.doctor.Doctor;
import io.pagetax.doctor.Subject;
import io.pagetax.report.DiagnosisText;
import io.pagetax.result.Diagnosis;
import io.pagetax.result.Finding;
import io.pagetax.result.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code pagetax doctor}. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = "Says whether this machine is fit to measure on, and what to do about what spoils measurements. "
                + "Exit code 0: fit, perhaps with warnings; 3: not fit.")
@SuppressWarnings("NullAway.Init") // picocli sets the annotated fields
final class DoctorCommand implements Callable<Integer> {

    @Option(
            names = "--target",
            paramLabel = "[NAME=]PATH",
            description =
                    "A folder, a file or a block device; nothing is written to it. Repeatable. Default: the folder "
                            + "that a run would take.")
    List<String> targets = new ArrayList<>();

    @Option(
            names = "--json",
            arity = "0..1",
            paramLabel = "BOOL",
            fallbackValue = "true",
            defaultValue = "false",
            description = "Print the findings as JSON, and nothing else on stdout.")
    boolean json;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        List<Subject> subjects = new ArrayList<>();
        for (TargetSpec target : Targets.parse(targets, false, spec.commandLine())) {
            subjects.add(new Subject(target.name(), Targets.requireExisting(target)));
        }
        Diagnosis diagnosis = new Doctor(subjects, Profile.SIZE).examine();
        PrintWriter out = spec.commandLine().getOut();
        Ansi ansi = spec.commandLine().getColorScheme().ansi();
        out.print(
                json
                        ? Json.document(diagnosis)
                        : DiagnosisText.render(diagnosis, (level, word) -> ansi.string(painted(level, word))));
        out.flush();
        return diagnosis.fit() ? ExitCode.OK : ExitCode.UNFIT;
    }

    private static String painted(Finding.Level level, String word) {
        String colour = switch (level) {
            case OK -> "green";
            case WARN -> "yellow";
            case BAD -> "bold,red";
        };
        return "@|" + colour + " " + word + "|@";
    }
}
