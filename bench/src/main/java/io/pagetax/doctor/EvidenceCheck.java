package io.pagetax.doctor;

import io.pagetax.environment.SystemFiles;
import io.pagetax.linux.file.NativeIoException;
import io.pagetax.linux.pagecache.PageCache;
import io.pagetax.result.Finding;
import io.pagetax.result.Finding.Level;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether the kernel tells what rows are judged by: the pages of a file that are resident, and the bytes that a thread
 * moves.
 *
 * @param residency whether it tells the one
 * @param accounting whether it tells the other
 */
record EvidenceCheck(String target, boolean residency, boolean accounting) implements Check {

    private static final String ID = "evidence";
    private static final String IO = "/proc/thread-self/io";
    private static final int LENGTH = 4096;

    /** Asks for a target that is a file or device; for another, a temporary file of one's own stands in. */
    static EvidenceCheck of(Subject subject) throws IOException {
        boolean accounting = SystemFiles.OF_THIS_MACHINE.text(IO) != null;
        if (!Files.isDirectory(subject.path())) {
            return new EvidenceCheck(subject.name(), isTold(subject.path()), accounting);
        }
        Path own = Files.createTempFile("pagetax-", ".probe");
        try {
            Files.write(own, new byte[LENGTH]);
            return new EvidenceCheck(subject.name(), isTold(own), accounting);
        } finally {
            Files.delete(own);
        }
    }

    private static boolean isTold(Path file) {
        try (PageCache cache = PageCache.of(file)) {
            return cache.residency(0, LENGTH).isPresent();
        } catch (NativeIoException refused) {
            return false;
        }
    }

    @Override
    public Finding look() {
        List<String> missing = new ArrayList<>();
        List<String> advice = new ArrayList<>();
        if (!residency) {
            missing.add("which pages are resident (cachestat, mincore)");
            advice.add("use a file of your own, or one that you may write to");
        }
        if (!accounting) {
            missing.add("which bytes a thread moves (" + IO + ")");
            advice.add("a kernel with CONFIG_TASK_IO_ACCOUNTING, outside of a sandbox that hides " + IO);
        }
        return missing.isEmpty()
                ? Finding.ok(ID, target, "the kernel tells what rows are judged by")
                : new Finding(
                        ID, target, Level.BAD, "not told: " + String.join("; ", missing), String.join("; ", advice));
    }
}
