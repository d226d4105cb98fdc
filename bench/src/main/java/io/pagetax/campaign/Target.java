package io.pagetax.campaign;

import io.pagetax.environment.TargetProbe;
import io.pagetax.evidence.FileFacts;
import io.pagetax.linux.file.LinuxFile;
import io.pagetax.linux.file.OpenFlag;
import io.pagetax.result.TargetFacts;
import io.pagetax.testfile.DataFile;
import io.pagetax.testfile.TargetException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A target made ready: its data file is there, unless the target waits for its turn. Closing removes a scratch file, unless
 * it is to be kept.
 */
final class Target implements AutoCloseable {

    private final TargetSpec spec;
    private final Request request;
    private final Interruption interruption;
    private DataFile file;
    private final FileFacts fileFacts;
    private final TargetFacts firstFacts;

    private Target(TargetSpec spec, Request request, Interruption interruption) throws IOException {
        this.spec = spec;
        this.request = request;
        this.interruption = interruption;
        this.file = dataFile();
        this.fileFacts = FileFacts.of(file.path(), file.sizeBytes());
        this.firstFacts = lookAt();
    }

    static Target prepare(TargetSpec spec, Request request, Interruption interruption) throws IOException {
        TargetSpec.Turn turn = spec.turn();
        if (turn != null) {
            turn.take();
        }
        Path path = spec.path();
        if (!Files.exists(path)) {
            throw new TargetException("no such target: " + path + "; name an existing folder, file or block device");
        }
        boolean writes = request.plan().cells().stream()
                .anyMatch(cell ->
                        cell.target().equals(spec.name()) && cell.workload().writes());
        if (!Files.isDirectory(path) && writes && !request.allowOverwrite()) {
            throw new TargetException(
                    path + " exists and would be overwritten; --allow-overwrite allows it, a folder avoids it");
        }
        return new Target(spec, request, interruption);
    }

    private DataFile dataFile() throws IOException {
        return Files.isDirectory(spec.path())
                ? DataFile.create(spec.path(), request.sizeBytes(), interruption::isRequested)
                : DataFile.existing(spec.path(), request.sizeBytes());
    }

    /** Whether it shares its place with others. */
    boolean hasTurn() {
        return spec.turn() != null;
    }

    /** Makes one that shares its place stand there, with a new data file like the one before. */
    void takeTurn() throws IOException {
        if (spec.turn() != null) {
            spec.turn().take();
            file = dataFile();
        }
    }

    Path file() {
        return file.path();
    }

    /**
     * Has written what a sample left to be written. Else it would be written while the next one is measured, which may be on
     * another target and on the same disk.
     */
    void settle() throws IOException {
        try (LinuxFile open = LinuxFile.open(file(), OpenFlag.RDONLY)) {
            open.sync();
            open.syncFileSystem();
        }
    }

    /** What lies under it now; of one that shares its place, what did at first. */
    TargetFacts facts() throws IOException {
        return hasTurn() ? firstFacts : lookAt();
    }

    private TargetFacts lookAt() throws IOException {
        return TargetProbe.facts(spec.name(), spec.path(), spec.choice(), file.path());
    }

    /** What the judge has to know of the data file. */
    FileFacts fileFacts() {
        return fileFacts;
    }

    @Override
    public void close() throws IOException {
        if (!request.keepFile()) {
            file.close();
        }
    }
}
