package io.pagetax.figure;

import io.pagetax.result.Params;
import io.pagetax.result.Row;
import io.pagetax.result.Run;
import io.pagetax.workload.ByteSize;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What rows have in common that are drawn together: they differ in the way to the data and in the state of the cache. */
record RowGroup(String target, String rw, int bs, int numjobs, int iodepth) {

    private static RowGroup of(Row row) {
        Params params = row.params();
        return new RowGroup(row.target(), params.rw(), params.bs(), params.numjobs(), params.iodepth());
    }

    /** More curves than can be told apart are no figure. */
    private static final int MOST_ROWS = 24;

    /** Rows of a group, or a part of them if there are many. */
    record Shown(RowGroup group, String label, List<Row> rows) {

        String series(Row row) {
            return group.series(row);
        }
    }

    /** The rows of a run that are what their names say, in their order. */
    static List<Shown> trusted(Run run) {
        Map<RowGroup, List<Row>> groups = run.rows().stream()
                .filter(Row::isTrusted)
                .collect(Collectors.groupingBy(RowGroup::of, LinkedHashMap::new, Collectors.toList()));
        return groups.entrySet().stream()
                .flatMap(group -> shown(group.getKey(), group.getValue()))
                .toList();
    }

    private static Stream<Shown> shown(RowGroup group, List<Row> rows) {
        int parts = (rows.size() + MOST_ROWS - 1) / MOST_ROWS;
        return IntStream.range(0, parts)
                .mapToObj(part -> new Shown(
                        group,
                        group.label() + (parts == 1 ? "" : ", " + (part + 1) + " of " + parts),
                        rows.subList(part * MOST_ROWS, Math.min(rows.size(), (part + 1) * MOST_ROWS))));
    }

    private String label() {
        return target + ": " + rw + " " + ByteSize.format(bs) + (numjobs == 1 ? "" : ", " + numjobs + " jobs")
                + (iodepth == 1 ? "" : ", depth " + iodepth);
    }

    /** What the id of a row says beyond that. */
    private String series(Row row) {
        String common = target + "-" + rw + "-" + ByteSize.format(bs) + "-";
        return row.id().startsWith(common) ? row.id().substring(common.length()) : row.id();
    }
}
