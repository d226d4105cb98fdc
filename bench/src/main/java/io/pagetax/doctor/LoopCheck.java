package io.pagetax.doctor;

import io.pagetax.linux.device.StorageStack;
import io.pagetax.result.Finding;
import io.pagetax.result.Finding.Level;
import java.util.List;

/** A loop device without direct I/O serves what was evicted above from the page cache of its own file. */
record LoopCheck(String target, StorageStack stack) implements Check {

    private static final String ID = "loop devices";

    @Override
    public Finding look() {
        List<String> loops = stack.loopsThatCacheAgain();
        return loops.isEmpty()
                ? Finding.ok(ID, target, "none that caches again")
                : new Finding(
                        ID,
                        target,
                        Level.BAD,
                        String.join(", ", loops) + ": direct I/O off, so uncached reads may come from memory",
                        "sudo losetup --direct-io=on /dev/"
                                + String.join("; sudo losetup --direct-io=on /dev/", loops));
    }
}
