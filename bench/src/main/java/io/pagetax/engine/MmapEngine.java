package io.pagetax.engine;

import io.pagetax.linux.file.AlignedBuffer;
import io.pagetax.linux.file.NativeIoException;
import io.pagetax.linux.syscall.Advice;
import io.pagetax.linux.syscall.Errno;
import io.pagetax.linux.syscall.NativeMemory;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Copies from a shared mapping of the file: fio's {@code mmap}, and the JDK's. */
final class MmapEngine implements IoEngine {

    private final MappedFile mapping;
    private final AlignedBuffer block;
    private final ByteBuffer target;
    private final int length;

    /** Owns the mapping from the start. */
    MmapEngine(MappedFile mapping, AlignedBuffer block) {
        this.mapping = mapping;
        this.block = block;
        this.target = block.bytes();
        this.length = block.length();
    }

    @Override
    public long read(long offset) {
        mapping.copy(offset, target, length);
        return length;
    }

    @Override
    public long write(long offset) {
        return -Errno.EOPNOTSUPP.number();
    }

    @Override
    public AlignedBuffer block() {
        return block;
    }

    @Override
    public void release(long offset, long count) throws IOException {
        // On a shared file mapping this zaps the page table entries; the pages stay in the cache.
        long start = offset / NativeMemory.pageSize() * NativeMemory.pageSize();
        mapping.advise(start, offset + count - start, Advice.MADV_DONTNEED);
    }

    /** Faults the range in, so that a cached row measures copies and not the first touch of each page. */
    @Override
    public void warm(long offset, long count) throws IOException {
        long start = offset / NativeMemory.pageSize() * NativeMemory.pageSize();
        try {
            mapping.advise(start, offset + count - start, Advice.MADV_POPULATE_READ);
        } catch (NativeIoException beforeKernel514) {
            if (beforeKernel514.errno() != Errno.EINVAL) {
                throw beforeKernel514;
            }
            for (long at = start; at < offset + count; at += NativeMemory.pageSize()) {
                mapping.copy(at, target, 1);
            }
        }
    }

    @Override
    public void close() throws IOException {
        try (mapping) {
            block.close();
        }
    }
}
