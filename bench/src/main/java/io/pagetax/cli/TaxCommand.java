package io.pagetax.cli;

import io.pagetax.campaign.Interruption;
import io.pagetax.campaign.Request;
import io.pagetax.campaign.Stopping;
import io.pagetax.campaign.TargetSpec;
import io.pagetax.plan.Cell;
import io.pagetax.plan.Plan;
import io.pagetax.plan.TaxCells;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code pagetax tax}. */
@Command(
        name = "tax",
        sortOptions = false,
        description =
                "Measures what it would cost to send direct I/O through the page cache: direct reads and writes of "
                        + "files of which nothing, something or all is cached, reads through the cache, and reads that look there "
                        + "first; in shuffled rounds, compared within rounds, with a control.")
@SuppressWarnings("NullAway.Init") // picocli sets the annotated fields
final class TaxCommand implements Callable<Integer> {

    @Mixin
    TargetOptions targets;

    @Mixin
    TaxOptions options;

    @Mixin
    OutputOptions output;

    @Mixin
    HelpOptions help;

    @Spec
    CommandSpec spec;

    private final List<String> typed;

    TaxCommand(List<String> typed) {
        this.typed = typed;
    }

    @Override
    public Integer call() throws IOException {
        List<String> problems = options.problems();
        if (!problems.isEmpty()) {
            throw new ParameterException(spec.commandLine(), String.join("; ", problems));
        }
        Interruption interruption = new Interruption();
        try (TargetOptions.Choice chosen =
                targets.choose(output.anonymise, spec.commandLine(), interruption::isRequested)) {
            return run(chosen, interruption);
        }
    }

    private int run(TargetOptions.Choice chosen, Interruption interruption) throws IOException {
        List<Cell> cells = new ArrayList<>();
        List<String> warnings = new ArrayList<>();
        for (TargetSpec target : chosen.specs()) {
            boolean writes =
                    chosen.allowOverwrite() || !Files.exists(target.path()) || Files.isDirectory(target.path());
            if (!writes) {
                warnings.add(target.name() + " is left as it is: no cell writes to it without --allow-overwrite");
            }
            cells.addAll(
                    TaxCells.of(target.name(), options.binding(), options.bases(), options.profile.thorough(), writes));
        }
        RunDirectories directory = RunDirectories.choose(output, spec.commandLine());
        Request request = new Request(
                chosen.specs(),
                new Plan(cells, options.rounds(), options.warmup(), options.runtime(), options.seed),
                options.sizeBytes,
                chosen.allowOverwrite(),
                output.keepFile,
                new Stopping(options.limit(), options.precision),
                directory.path(),
                directory.id(),
                output.anonymise,
                typed,
                List.of(),
                warnings);
        // Nobody asked for a cell by name here, so one that this kernel lacks is shown but is no failure.
        return new Session(spec.commandLine(), output).run(request, interruption, row -> row.unsupported() == null);
    }
}
