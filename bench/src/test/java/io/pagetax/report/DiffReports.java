package io.pagetax.report;

import io.pagetax.analysis.RunComparison;
import io.pagetax.result.DiffRuns;
import io.pagetax.result.DiffRuns.Times;
import io.pagetax.result.Environments;
import io.pagetax.result.JournalEntry;
import io.pagetax.result.Row;
import io.pagetax.result.RunDiff;
import io.pagetax.result.RunFiles;
import io.pagetax.result.Runs;
import java.util.ArrayList;
import java.util.List;

/** Two runs against each other that never took place. */
final class DiffReports {

    private static final double THRESHOLD = 0.03;

    private DiffReports() {}

    /** One with a cell of every kind, differences, and characters that Markdown must escape. */
    static RunDiff ofEveryKind() {
        return RunComparison.of(baseline(), other(), THRESHOLD, false);
    }

    /** Of a run and itself. */
    static RunDiff ofTheSame() {
        RunFiles run = DiffRuns.of(times("disk-randread-4k-direct-uncached", 80_000));
        return RunComparison.of(run, run, THRESHOLD, false);
    }

    private static RunFiles baseline() {
        RunFiles measured = measured(1, 1, 1);
        List<Row> rows = new ArrayList<>(measured.run().rows());
        rows.add(Runs.verified("disk-randread-4k-mmap-uncached", "mmap", 90_000));
        rows.add(Runs.verified("disk-randread-4k-buffered-cached", "buffered", 2_000));
        rows.add(Runs.verified("disk-randread-4k-direct-uncached-qd8", "direct", 9_000));
        rows.add(Runs.verified("disk-gone", "direct", 9_000));
        return DiffRuns.of(rows, measured.samples());
    }

    private static RunFiles other() {
        RunFiles measured = measured(1.0625, 0.9375, 1.002);
        List<Row> rows = new ArrayList<>(measured.run().rows());
        rows.add(Runs.verified("disk-randread-4k-mmap-uncached", "mmap", 99_000));
        rows.add(Runs.refuted("disk-randread-4k-buffered-cached", "buffered", "17 pages | `gone`,\n<b>0</b> left"));
        rows.add(Runs.issued(
                Runs.verified("disk-randread-4k-direct-uncached-qd8", "direct", 9_000), "io_uring", "jna", 8));
        rows.add(Runs.verified("disk-<script>alert(1)</script>", "direct", 9_000));
        List<JournalEntry> samples = measured.samples();
        RunFiles files = DiffRuns.of(rows, samples);
        return DiffRuns.with(
                files,
                Runs.in(
                        files.run(),
                        Environments.with(
                                Environments.with(files.run().environment(), "/kernel", "6.19.0|rc1"),
                                "/targets/0/scheduler",
                                "mq_deadline")));
    }

    private static RunFiles measured(double direct, double buffered, double dontcache) {
        return DiffRuns.of(
                times("disk-randread-4k-direct-uncached", 80_000 * direct),
                times("disk-randread-4k-buffered-uncached", 90_000 * buffered),
                times("disk-randread-4k-dontcache-uncached", 100_000 * dontcache));
    }

    private static Times times(String id, double nanos) {
        return Times.of(
                id, nanos, nanos * 1.01, nanos * 0.995, nanos * 1.005, nanos * 0.99, nanos * 1.015, nanos * 0.985);
    }
}
