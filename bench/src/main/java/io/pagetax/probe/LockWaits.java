package io.pagetax.probe;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * What threads that do I/O are seen waiting for in the kernel, by looking again and again. What a thread waits for only
 * while others are at work beside it is a lock; for the device it also waits alone.
 *
 * @param looks at a thread
 * @param waits of them that found it waiting
 * @param lockWaits of those, the ones in functions of the kernel in which no thread waits alone
 */
record LockWaits(int looks, int waits, int lockWaits) {

    private static final Path TASK = Path.of("/proc/thread-self");
    private static final int LOOKS = 60;
    private static final long PAUSE_MS = 1;

    /** Of all looks; threads that are seen waiting less often spin, or nothing is told of them. */
    private static final double WAITING = 0.3;

    /** Of all looks; of two threads that take turns one waits for the other nearly all the time, if it does not spin. */
    private static final double LOCKED = 0.1;

    /** Where a thread can be looked at, as it tells itself. */
    static final class Subject {

        private final AtomicReference<@Nullable Path> task = new AtomicReference<>();

        /** The calling thread can be looked at from now on. */
        void begins() throws IOException {
            task.set(TASK.resolveSibling(Files.readSymbolicLink(TASK)));
        }

        /** It is about to end. */
        void ends() {
            task.set(null);
        }
    }

    /** Looks for a while at threads that are at work: the functions of the kernel that they wait in, empty where they run. */
    static List<String> look(List<Subject> subjects) throws IOException {
        List<String> seen = new ArrayList<>();
        for (int i = 0; i < LOOKS; i++) {
            Pause.ms(PAUSE_MS);
            for (Subject subject : subjects) {
                Path task = subject.task.get();
                if (task != null) {
                    seen.add(KernelWait.function(task));
                }
            }
        }
        return seen;
    }

    /**
     * Compares.
     *
     * @param alone what was seen of threads that worked alone
     * @param together what was seen of them while they worked at the same time
     */
    static LockWaits of(List<String> alone, List<String> together) {
        Set<String> device = new HashSet<>(alone);
        device.add("");
        int waits =
                (int) together.stream().filter(function -> !function.isEmpty()).count();
        int lockWaits = (int)
                together.stream().filter(function -> !device.contains(function)).count();
        return new LockWaits(together.size(), waits, lockWaits);
    }

    /** Whether they wait for each other. */
    boolean areForLocks() {
        return lockWaits > LOCKED * looks;
    }

    /** Whether they wait, and for the device alone. */
    boolean areForTheDevice() {
        return !areForLocks() && waits > WAITING * looks;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "of %d looks at the two threads %d found one waiting, %d of these where neither waits alone",
                looks,
                waits,
                lockWaits);
    }
}
