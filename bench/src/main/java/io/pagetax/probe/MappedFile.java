package io.pagetax.probe;

import io.pagetax.linux.file.FileMapping;
import io.pagetax.linux.file.NativeIoException;
import io.pagetax.linux.syscall.Advice;
import io.pagetax.linux.syscall.NativeMemory;
import java.io.IOException;
import java.nio.ByteBuffer;

/** A file and a shared, writable mapping of all of it, which direct I/O takes as its memory. Owns both. */
final class MappedFile implements AutoCloseable {

    private final ScratchFile file;
    private final FileMapping mapping;

    private MappedFile(ScratchFile file, FileMapping mapping) {
        this.file = file;
        this.mapping = mapping;
    }

    static MappedFile create(Site site, int pages) throws IOException {
        ScratchFile file = site.file(pages);
        try {
            return new MappedFile(file, FileMapping.readWrite(file.buffered(), (long) pages * Site.PAGE));
        } catch (NativeIoException failed) {
            file.close();
            throw failed;
        }
    }

    ScratchFile file() {
        return file;
    }

    /** Where a page is mapped. */
    long address(int page) {
        return mapping.address() + (long) page * Site.PAGE;
    }

    /**
     * Makes every page of the mapping one that has to be faulted in: out of the page tables, and out of the cache where the
     * file system lets it go.
     *
     * @return pages that stay in the cache
     */
    long cool() throws NativeIoException {
        mapping.advise(0, mapping.length(), Advice.MADV_DONTNEED);
        return file.evict();
    }

    /** The mapping's memory. */
    ByteBuffer bytes() {
        return NativeMemory.view(mapping.address(), (int) mapping.length());
    }

    @Override
    public void close() throws IOException {
        try (file) {
            mapping.close();
        }
    }
}
