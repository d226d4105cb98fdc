package io.pagetax.figure;

import io.pagetax.result.Params;
import io.pagetax.result.Row;
import io.pagetax.result.Run;
import io.pagetax.workload.ByteSize;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What rows have in common that are drawn together: they differ in the way to the data and in the state of the cache. */
record RowGroup(String target, String rw, int bs, int numjobs, int iodepth) {

    private static RowGroup of(Row row) {
        Params params = row.params();
        return new RowGroup(row.target(), params.rw(), params.bs(), params.numjobs(), params.iodepth());
    }

    /** The rows of a run that are what their names say, in their order. */
    static Map<RowGroup, List<Row>> trusted(Run run) {
        return run.rows().stream()
                .filter(Row::isTrusted)
                .collect(Collectors.groupingBy(RowGroup::of, LinkedHashMap::new, Collectors.toList()));
    }

    String label() {
        return target + ": " + rw + " " + ByteSize.format(bs) + (numjobs == 1 ? "" : ", " + numjobs + " jobs")
                + (iodepth == 1 ? "" : ", depth " + iodepth);
    }

    /** What the id of a row says beyond that. */
    String series(Row row) {
        String common = target + "-" + rw + "-" + ByteSize.format(bs) + "-";
        return row.id().startsWith(common) ? row.id().substring(common.length()) : row.id();
    }
}
