package io.pagetax.doctor;

import io.pagetax.linux.system.MemoryInfo;
import io.pagetax.result.Finding;
import io.pagetax.result.Finding.Level;

/** A machine that has swapped was short of memory, and pages that come back are I/O that nobody asked for. */
record SwapCheck(MemoryInfo machine) implements Check {

    private static final String ID = "swap";

    /** Kernels put aside a little that nobody has used since boot. */
    private static final long NEGLIGIBLE_BYTES = 64L << 20;

    @Override
    public Finding look() {
        Long total = machine.swapTotal();
        Long free = machine.swapFree();
        if (total == null || free == null || total == 0) {
            return Finding.ok(ID, null, "none");
        }
        long used = total - free;
        String found = Sizes.of(used) + " of " + Sizes.of(total) + " in use";
        return used <= NEGLIGIBLE_BYTES
                ? Finding.ok(ID, null, found)
                : new Finding(ID, null, Level.WARN, found, "sudo swapoff --all, if memory has room for it");
    }
}
