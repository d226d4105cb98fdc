package io.pagetax.it;

import io.pagetax.result.Json;
import io.pagetax.result.Params;
import io.pagetax.result.Records;
import io.pagetax.result.Row;
import io.pagetax.result.Run;
import io.pagetax.result.RunFiles;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A run as large as anyone makes, from the record of a small one: its rows again and again, with other block sizes. */
final class LargeRun {

    private static final int SMALLEST_BLOCK = 4096;

    private LargeRun() {}

    /** Writes record and interval log. */
    static void write(Path folder, Path small, int rowCount, int intervalsARow) throws IOException {
        Run run = RunFiles.read(small).run();
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < rowCount; i++) {
            rows.add(again(run.rows().get(i % run.rows().size()), i / run.rows().size()));
        }
        Files.writeString(folder.resolve(RunFiles.RECORD), Json.document(with(run, rows)));
        writeIntervals(folder.resolve(RunFiles.INTERVALS), small, rows, intervalsARow);
    }

    private static Row again(Row row, int number) {
        Params params = row.params();
        int blockSize = SMALLEST_BLOCK * (number + 1);
        return Records.with(
                row,
                Map.of(
                        "id",
                        number == 0 ? row.id() : row.id().replace("-4k-", "-" + blockSize + "-"),
                        "params",
                        Records.with(params, "bs", blockSize)));
    }

    private static Run with(Run run, List<Row> rows) {
        return Records.with(run, Map.of("id", "large", "rows", rows));
    }

    /** Payloads are those of the small run, in turn. */
    private static void writeIntervals(Path file, Path small, List<Row> rows, int intervalsARow) throws IOException {
        List<String> payloads = Files.readAllLines(small.resolve(RunFiles.INTERVALS)).stream()
                .filter(line -> line.startsWith("Tag=") && line.contains(".service,"))
                .map(line -> line.substring(line.lastIndexOf(',') + 1))
                .toList();
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (int row = 0; row < rows.size(); row++) {
                for (int i = 0; i < intervalsARow; i++) {
                    long start = 1_800_000_000L + (long) row * intervalsARow + i;
                    out.write("Tag=" + rows.get(row).id() + ".read.service," + start + ".000,1.000,1.000,"
                            + payloads.get((row + i) % payloads.size()) + "\n");
                }
            }
        }
    }
}
