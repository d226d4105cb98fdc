package io.pagetax.cli;

import io.pagetax.analysis.ProbeDifference;
import io.pagetax.campaign.Interruption;
import io.pagetax.campaign.TargetSpec;
import io.pagetax.report.ProbeText;
import io.pagetax.result.Json;
import io.pagetax.result.ProbeMatrix;
import io.pagetax.result.ProbedTarget;
import io.pagetax.testfile.TargetException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code pagetax probe}. */
@Command(
        name = "probe",
        sortOptions = false,
        description =
                "Finds out by trying what a file system really does with direct I/O: alignment, silent fall back to"
                        + " the page cache, invalidation, coherence, buffers that are mappings of the file, locking. In a scratch"
                        + " folder, which it removes; as any user.")
@SuppressWarnings("NullAway.Init") // picocli sets the annotated fields
final class ProbeCommand implements Callable<Integer> {

    @Option(
            names = "--target",
            paramLabel = "[NAME=]PATH",
            description =
                    "A folder of the file system. Repeatable: several are shown side by side. Default: the folder "
                            + "that a run would take.")
    List<String> targets = new ArrayList<>();

    @Option(
            names = "--lab",
            arity = "0..1",
            paramLabel = "DIR",
            fallbackValue = "/var/tmp/pagetax-lab",
            description = "All file systems that 'pagetax lab up' made. Without DIR the lab in ${FALLBACK-VALUE}.")
    @Nullable Path lab;

    @Option(
            names = "--expect",
            paramLabel = "FILE",
            description =
                    "Compare with what --json printed before, target by target as they are named; exit code 4 if an "
                            + "answer is another one. Times and how often a race was lost are not compared.")
    @Nullable Path expected;

    @Mixin
    ConsoleOptions console;

    @Mixin
    HelpOptions help;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        CommandLine command = spec.commandLine();
        ProbeMatrix expectation = expected == null ? null : readExpected(expected);
        Interruption interruption = new Interruption();
        StopSignals.handle(interruption);
        ProbeMatrix matrix;
        try {
            matrix = ask(expectation, interruption);
        } catch (InterruptedIOException stopped) {
            command.getErr().println("pagetax: stopped; nothing stays behind");
            return ExitCode.INTERRUPTED;
        }
        PrintWriter out = command.getOut();
        out.print(console.json ? Json.document(matrix) : ProbeText.render(matrix));
        int code =
                matrix.targets().stream().allMatch(ProbedTarget::isComplete) ? ExitCode.OK : ExitCode.NOT_ALL_VERIFIED;
        if (expectation != null) {
            List<ProbeDifference> differences = ProbeDifference.between(expectation, matrix);
            PrintWriter tell = console.json ? command.getErr() : out;
            tell.print(ProbeText.differences(differences));
            tell.flush();
            code = differences.isEmpty() ? code : ExitCode.DIFFERENT;
        }
        out.flush();
        return code;
    }

    private ProbeMatrix ask(@Nullable ProbeMatrix expectation, Interruption interruption) throws IOException {
        if (lab == null) {
            return ask(Targets.parse(targets, false, spec.commandLine()), expectation, interruption);
        }
        if (!targets.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), "--lab: its file systems are the targets; leave out --target");
        }
        try (LabTargets found = LabTargets.of(lab, interruption::isRequested)) {
            return ask(found.specs(), expectation, interruption);
        }
    }

    private ProbeMatrix ask(List<TargetSpec> specs, @Nullable ProbeMatrix expectation, Interruption interruption)
            throws IOException {
        if (expectation != null) {
            requireExpected(specs, expectation);
        }
        List<ProbedTarget> probed =
                new Interviews(spec.commandLine(), console.quiet, interruption::isRequested).ask(specs);
        if (probed.isEmpty()) {
            throw new TargetException("no target is a folder: name one of the file system to be asked");
        }
        return new ProbeMatrix(probed);
    }

    private void requireExpected(List<TargetSpec> specs, ProbeMatrix expectation) {
        for (TargetSpec target : specs) {
            if (expectation.target(target.name()).isEmpty()) {
                String known =
                        expectation.targets().stream().map(ProbedTarget::name).collect(Collectors.joining(", "));
                throw new ParameterException(
                        spec.commandLine(),
                        "--expect " + expected + ": has no target '" + target.name() + "', only " + known
                                + "; name the target by --target NAME=PATH");
            }
        }
    }

    private ProbeMatrix readExpected(Path file) {
        try {
            return Json.readProbes(file);
        } catch (IOException unfit) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--expect " + file + ": not a file that 'pagetax probe --json' printed (" + unfit.getMessage()
                            + ")",
                    unfit);
        }
    }
}
