package io.pagetax.cli;

import io.pagetax.analysis.Answer;
import io.pagetax.campaign.Campaign;
import io.pagetax.campaign.Interruption;
import io.pagetax.campaign.Request;
import io.pagetax.plan.Cell;
import io.pagetax.plan.Plan;
import io.pagetax.report.CalibrationText;
import io.pagetax.report.ComparisonText;
import io.pagetax.report.SideBySideText;
import io.pagetax.report.TextTable;
import io.pagetax.result.Json;
import io.pagetax.result.Row;
import io.pagetax.result.Run;
import io.pagetax.workload.ByteSize;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import picocli.CommandLine;

/** Runs a request and tells the user: progress, table, answer, paths, exit code. */
final class Session {

    private final CommandLine command;
    private final OutputOptions output;

    Session(CommandLine command, OutputOptions output) {
        this.command = command;
        this.output = output;
    }

    /**
     * Runs a request.
     *
     * @param interruption that this asks to stop the run when the user does
     * @param counts whether an unsupported row counts as one that was asked for
     */
    int run(Request request, Interruption interruption, Predicate<Row> counts) throws IOException {
        if (output.dryRun) {
            printPlan(request);
            return ExitCode.OK;
        }
        RunDirectories.create(request.out(), command);
        Campaign campaign = new Campaign(request, new TerminalProgress(command.getErr(), output.quiet), interruption);
        StopSignals.handle(interruption, campaign);
        Run run;
        try {
            run = campaign.run();
        } catch (InterruptedIOException cancelled) {
            command.getErr().println("pagetax: stopped before anything was measured");
            return ExitCode.INTERRUPTED;
        }
        print(run, request);
        if (request.anonymise()) {
            command.getErr().println("results in " + request.out());
        }
        if (interruption.isRequested()) {
            return ExitCode.INTERRUPTED;
        }
        boolean allVerified = run.rows().stream().filter(counts).allMatch(Row::isTrusted);
        return allVerified && run.isCalibrated() ? ExitCode.OK : ExitCode.NOT_ALL_VERIFIED;
    }

    private void printPlan(Request request) {
        PrintWriter out = command.getOut();
        Plan plan = request.plan();
        request.warnings().forEach(text -> command.getErr().println("pagetax: warning: " + text));
        plan.cells().stream().map(Cell::id).forEach(out::println);
        out.println(plan.samples() + " samples in " + plan.rounds() + " rounds, about "
                + plan.estimate().toSeconds() + " s; " + bytesToWrite(request) + "; results in " + request.out());
    }

    private static String bytesToWrite(Request request) {
        long folders = request.targets().stream()
                .filter(target -> Files.isDirectory(target.path()))
                .count();
        String laidOut = ByteSize.format(folders * request.sizeBytes()) + " written to lay out data files";
        boolean writes =
                request.plan().cells().stream().anyMatch(cell -> cell.workload().writes());
        return writes ? laidOut + ", and as much as cells that write get done" : laidOut;
    }

    private void print(Run run, Request request) {
        PrintWriter out = command.getOut();
        if (output.json) {
            out.print(Json.document(run));
        } else {
            out.println();
            out.print(TextTable.render(run));
            out.println();
            out.print(SideBySideText.render(run));
            out.print(ComparisonText.render(run));
            CalibrationText.line(run.calibration()).ifPresent(out::println);
            Answer.sentences(run).forEach(out::println);
            if (run.status().equals(Run.PARTIAL)) {
                out.println("Stopped before the end: the table holds the samples that were finished.");
            }
            // What is to be hidden is hidden here, too; stderr says where the files are.
            Path folder = request.anonymise() ? Path.of("out") : request.out();
            List.of("report.html", "run.json", "rows.jsonl", "latency.hlog", "jmh.json", "*.hgrm", "*.svg")
                    .forEach(file -> out.println("  " + folder.resolve(file)));
        }
        out.flush();
    }
}
