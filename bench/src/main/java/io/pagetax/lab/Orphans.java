package io.pagetax.lab;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Programs that a lab started and that still run though it was killed. What they hold open cannot be removed, and what
 * they are about to mount would stay.
 */
final class Orphans {

    /** Environment variable that holds the lab's directory. */
    static final String MARK = "PAGETAX_LAB";

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final String entry;

    Orphans(Path directory) {
        this.entry = MARK + "=" + directory;
    }

    /**
     * Waits until none is left.
     *
     * @throws LabException naming those that do not end
     */
    void await() throws LabException {
        Patience patience = new Patience(PATIENCE);
        List<Long> left = running();
        while (!left.isEmpty()) {
            if (!patience.waited()) {
                throw new LabException("processes " + left + " of a killed lab still run; end them, or wait");
            }
            left = running();
        }
    }

    private List<Long> running() {
        return ProcessHandle.allProcesses()
                .filter(process -> !process.equals(ProcessHandle.current()))
                .map(ProcessHandle::pid)
                .filter(this::isMarked)
                .toList();
    }

    private boolean isMarked(long pid) {
        try {
            String environment =
                    Files.readString(Path.of("/proc", Long.toString(pid), "environ"), StandardCharsets.ISO_8859_1);
            return List.of(environment.split("\0", -1)).contains(entry);
        } catch (IOException gone) {
            return false;
        }
    }
}
