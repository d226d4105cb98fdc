package io.pagetax.plan;

import io.pagetax.linux.syscall.Binding;
import io.pagetax.workload.Blocks;
import io.pagetax.workload.ByteSize;
import io.pagetax.workload.HitTeller;
import io.pagetax.workload.Ioengine;
import io.pagetax.workload.Workload;

/**
 * A workload on a target.
 *
 * @param id unique in a plan, without comma, space or line break
 * @param target name of the target
 * @param workload what to do there
 * @param binding of the process that does it
 */
public record Cell(String id, String target, Workload workload, Binding binding) {

    private static final String AGAIN = "-again";

    /** A cell with the id that follows from its parts, by the binding of this process. */
    public static Cell of(String target, Workload workload) {
        return of(target, workload, Binding.current());
    }

    /**
     * A cell with the id that follows from its parts, of which those that are as ever go unnamed.
     *
     * @param binding by which to issue operations; without effect where they are not issued by any
     */
    public static Cell of(String target, Workload workload, Binding binding) {
        Binding used = workload.usesBinding() ? binding : Binding.JNA;
        String id = String.join(
                "-",
                target,
                workload.rw().word(),
                ByteSize.format(workload.blockSizeBytes()),
                workload.path().word(),
                workload.cache().toString().replace(":", ""));
        return new Cell(id + departures(workload, used), target, workload, used);
    }

    /** The same target and binding with another workload. */
    public Cell with(Workload other) {
        return of(target, other, binding);
    }

    /** The same once more under another name, to see how far two measurements of the same differ. */
    public Cell again() {
        return new Cell(id + AGAIN, target, workload, binding);
    }

    /** Whether it is one that was measured {@linkplain #again() once more}. */
    public boolean isAgain() {
        return !with(workload).equals(this);
    }

    private static String departures(Workload workload, Binding binding) {
        boolean usual = workload.ioengine() == Ioengine.defaultOf(workload.path());
        return (usual ? "" : "-" + workload.ioengine().word())
                + (workload.iodepth() == 1 ? "" : "-qd" + workload.iodepth())
                + (workload.numjobs() == 1 ? "" : "-j" + workload.numjobs())
                + (workload.company().isNone()
                        ? ""
                        : "-beside-" + workload.company().toString().replace(":", ""))
                + (binding == Binding.JNA ? "" : "-" + binding.word())
                + (workload.blocks() == Blocks.ALL
                        ? ""
                        : "-" + workload.blocks().word())
                + (workload.hits() == HitTeller.NONE
                        ? ""
                        : "-hits-" + workload.hits().word());
    }
}
