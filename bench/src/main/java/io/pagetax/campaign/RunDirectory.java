package io.pagetax.campaign;

import io.pagetax.export.Publication;
import io.pagetax.export.RunRendering;
import io.pagetax.latency.Hgrm;
import io.pagetax.latency.HitMiss;
import io.pagetax.latency.IntervalLog;
import io.pagetax.plan.Cell;
import io.pagetax.plan.Sample;
import io.pagetax.result.Journal;
import io.pagetax.result.JournalEntry;
import io.pagetax.result.Json;
import io.pagetax.result.Run;
import io.pagetax.result.RunFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatFactory;
import org.openjdk.jmh.results.format.ResultFormatType;

/**
 * The files of a run. Journal and histograms grow sample by sample; the rest is written at the end. What JMH printed is
 * kept only where a sample or the calibration failed.
 */
final class RunDirectory implements AutoCloseable {

    private final Path folder;
    private final Publication publication;
    private final Journal journal;
    private final IntervalLog intervals;
    private final Path jmhLog;
    private final PrintStream jmhOutput;
    private final Map<String, List<RunResult>> jmhResults = new LinkedHashMap<>();

    private RunDirectory(Path folder, Publication publication) throws IOException {
        this.folder = folder;
        this.publication = publication;
        this.journal = Journal.open(folder.resolve("rows.jsonl"));
        this.intervals = IntervalLog.append(folder.resolve("latency.hlog"));
        this.jmhLog = folder.resolve("jmh.log");
        this.jmhOutput = new PrintStream(publication.of(Files.newOutputStream(jmhLog)), true, StandardCharsets.UTF_8);
    }

    static RunDirectory create(Path folder, Publication publication) throws IOException {
        Files.createDirectories(folder);
        return new RunDirectory(folder, publication);
    }

    Path folder() {
        return folder;
    }

    PrintStream jmhOutput() {
        return jmhOutput;
    }

    /** Keeps a sample: its histograms and its line in the journal. */
    void keep(Cell cell, Sample sample, JournalEntry entry) throws IOException {
        String tag = cell.id() + "." + (cell.workload().rw().isWrite() ? "write" : "read") + ".";
        write(sample.intervals(), tag + "service");
        HitMiss hitMiss = sample.hitMiss();
        if (hitMiss != null) {
            write(hitMiss.hits(), tag + "hit");
            write(hitMiss.misses(), tag + "miss");
        }
        for (Histogram beside : sample.beside()) {
            write(List.of(beside), cell.id() + "." + beside.getTag());
        }
        jmhResults.computeIfAbsent(cell.id(), id -> new ArrayList<>()).add(sample.jmh());
        keep(entry);
    }

    private void write(List<Histogram> all, String tag) throws IOException {
        for (Histogram interval : all) {
            interval.setTag(tag);
            intervals.write(interval);
        }
    }

    /** Keeps the line of a sample that failed. */
    void keep(JournalEntry entry) throws IOException {
        journal.append(publication.of(entry));
    }

    /** Writes everything that sums up. */
    void finish(Run run, List<RowBuilder> rows) throws IOException {
        for (RowBuilder row : rows) {
            String id = row.cell().id();
            writeDistribution(row.histogram(), id, "service time");
            writeDistribution(row.hitMiss().hits(), id + "-hit", "service time of hits");
            writeDistribution(row.hitMiss().misses(), id + "-miss", "service time of misses");
        }
        writeJmhResults();
        Files.writeString(folder.resolve("run.json"), Json.document(run));
        RunRendering.render(RunFiles.read(folder), folder);
        if (run.calibration() != null
                && run.rows().stream().allMatch(row -> row.failures().isEmpty())) {
            Files.delete(jmhLog);
        }
    }

    private void writeDistribution(Histogram nanos, String name, String what) throws IOException {
        if (nanos.getTotalCount() > 0) {
            Hgrm.write(nanos, name + ", " + what, folder.resolve(name + ".hgrm"));
        }
    }

    private void writeJmhResults() throws IOException {
        List<RunResult> merged =
                jmhResults.values().stream().map(RunDirectory::merge).toList();
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        try (PrintStream out = new PrintStream(json, false, StandardCharsets.UTF_8)) {
            ResultFormatFactory.getInstance(ResultFormatType.JSON, out).writeOut(merged);
        }
        Files.writeString(folder.resolve("jmh.json"), publication.ofJson(json.toString(StandardCharsets.UTF_8)));
    }

    /** The forks of one benchmark, which ran in different rounds, as one result of several forks. */
    private static RunResult merge(List<RunResult> rounds) {
        Collection<BenchmarkResult> forks = rounds.stream()
                .flatMap(round -> round.getBenchmarkResults().stream())
                .toList();
        return new RunResult(rounds.get(0).getParams(), forks);
    }

    @Override
    public void close() throws IOException {
        try (journal;
                intervals) {
            jmhOutput.close();
        }
    }
}
