package io.pagetax.probe;

import io.pagetax.linux.syscall.NativeMemory;
import java.io.IOException;
import java.nio.file.Path;

/** A folder where probes make files. <b>Not thread-safe.</b> */
final class Site {

    /** Bytes of a page, the unit of the page cache. */
    static final int PAGE = NativeMemory.pageSize();

    private final Path folder;
    private int files;

    /**
     * A site in a folder that nobody else makes files in.
     *
     * @param folder exists
     */
    Site(Path folder) {
        this.folder = folder;
    }

    /** The folder. */
    Path folder() {
        return folder;
    }

    /**
     * A file of generation 1 that is on the device, with as little of it in the cache as the file system allows.
     *
     * @param pages its length
     */
    ScratchFile file(int pages) throws IOException {
        return ScratchFile.create(newPath(), pages);
    }

    /** A file without anything in it. */
    ScratchFile emptyFile() throws IOException {
        return ScratchFile.create(newPath(), 0);
    }

    private Path newPath() {
        return folder.resolve("probe-" + ProcessHandle.current().pid() + "-" + files++);
    }
}
