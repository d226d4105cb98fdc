package io.pagetax.campaign;

import io.pagetax.environment.TargetProbe;
import io.pagetax.evidence.FileFacts;
import io.pagetax.result.TargetFacts;
import io.pagetax.testfile.DataFile;
import io.pagetax.testfile.TargetException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A target made ready: its data file is there. Closing removes a scratch file, unless it is to be kept. */
final class Target implements AutoCloseable {

    private final DataFile file;
    private final TargetSpec spec;
    private final FileFacts fileFacts;
    private final boolean keepFile;

    private Target(DataFile file, TargetSpec spec, FileFacts fileFacts, boolean keepFile) {
        this.file = file;
        this.spec = spec;
        this.fileFacts = fileFacts;
        this.keepFile = keepFile;
    }

    static Target prepare(TargetSpec spec, Request request, Interruption interruption) throws IOException {
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
        DataFile file = Files.isDirectory(path)
                ? DataFile.create(path, request.sizeBytes(), interruption::isRequested)
                : DataFile.existing(path, request.sizeBytes());
        return new Target(file, spec, FileFacts.of(file.path(), file.sizeBytes()), request.keepFile());
    }

    Path file() {
        return file.path();
    }

    /** What lies under it now. */
    TargetFacts facts() throws IOException {
        return TargetProbe.facts(spec.name(), spec.path(), spec.choice(), file.path());
    }

    /** What the judge has to know of the data file. */
    FileFacts fileFacts() {
        return fileFacts;
    }

    @Override
    public void close() throws IOException {
        if (!keepFile) {
            file.close();
        }
    }
}
