package io.pagetax.plan;

import io.pagetax.workload.ByteSize;
import io.pagetax.workload.Workload;

/**
 * A workload on a target.
 *
 * @param id unique in a plan, without comma, space or line break
 * @param target name of the target
 * @param workload what to do there
 */
public record Cell(String id, String target, Workload workload) {

    /** A cell with the id that follows from its parts. */
    public static Cell of(String target, Workload workload) {
        String jobs = workload.numjobs() == 1 ? "" : "-j" + workload.numjobs();
        String id = String.join(
                "-",
                target,
                workload.rw().word(),
                ByteSize.format(workload.blockSizeBytes()),
                workload.path().word(),
                workload.cache().toString().replace(":", ""));
        return new Cell(id + jobs, target, workload);
    }
}
