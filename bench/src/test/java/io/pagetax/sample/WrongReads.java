package io.pagetax.sample;

import io.pagetax.engine.IoEngine;
import io.pagetax.linux.file.AlignedBuffer;
import io.pagetax.linux.file.FileMapping;
import io.pagetax.linux.file.LinuxFile;
import io.pagetax.linux.file.NativeIoException;
import io.pagetax.linux.file.OpenFlag;
import io.pagetax.linux.syscall.Advice;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.zip.CRC32C;

/** Engines that read, but not as a row would say. */
abstract class WrongReads implements IoEngine {

    private final LinuxFile file;
    final AlignedBuffer block;

    private WrongReads(Path path, int blockSize, boolean direct) throws NativeIoException {
        this.file = LinuxFile.open(path, OpenFlag.RDONLY, direct ? OpenFlag.DIRECT : OpenFlag.CLOEXEC);
        this.block = AlignedBuffer.allocate(blockSize);
    }

    /** Draws from a few blocks only, so that it soon reads what it has read before. */
    static WrongReads ofAFewBlocks(Path path, int blockSize) throws NativeIoException {
        return new WrongReads(path, blockSize, false) {
            @Override
            public long read(long offset) {
                return positional(offset % (16L * blockSize));
            }
        };
    }

    /** Copies from a mapping that was never told that the order is random. */
    static WrongReads withReadahead(Path path, int blockSize) throws NativeIoException {
        LinuxFile mapped = LinuxFile.open(path, OpenFlag.RDONLY);
        FileMapping mapping = FileMapping.readOnly(mapped, mapped.size());
        return new WrongReads(path, blockSize, false) {
            @Override
            public long read(long offset) {
                mapping.copy(offset, block.bytes(), blockSize);
                return blockSize;
            }

            @Override
            public void release(long offset, long length) throws IOException {
                mapping.advise(offset, length, Advice.MADV_DONTNEED);
            }

            @Override
            public void close() throws NativeIoException {
                mapping.close();
                mapped.close();
                super.close();
            }
        };
    }

    /** Past the cache, with a buffer that does not begin on a page. */
    static WrongReads misaligned(Path path, int blockSize, int byBytes) throws NativeIoException {
        return new WrongReads(path, blockSize * 2, true) {
            @Override
            public long read(long offset) {
                return positional(block.address() + byBytes, blockSize, offset);
            }
        };
    }

    /** Past the cache, with a long computation over each block. */
    static WrongReads thatCompute(Path path, int blockSize, int repetitions) throws NativeIoException {
        CRC32C sum = new CRC32C();
        return new WrongReads(path, blockSize, true) {
            @Override
            public long read(long offset) {
                long result = positional(offset);
                for (int i = 0; i < repetitions; i++) {
                    sum.update(block.bytes().clear());
                }
                return result;
            }
        };
    }

    /** Past the cache, one after the other. */
    static WrongReads oneByOne(Path path, int blockSize) throws NativeIoException {
        return new WrongReads(path, blockSize, true) {
            @Override
            public long read(long offset) {
                return positional(offset);
            }
        };
    }

    final long positional(long offset) {
        return positional(block.address(), block.length(), offset);
    }

    final long positional(long address, int length, long offset) {
        try {
            return file.read(address, length, offset);
        } catch (NativeIoException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public long write(long offset) {
        throw new UnsupportedOperationException("only reads");
    }

    @Override
    public AlignedBuffer block() {
        return block;
    }

    @Override
    public void close() throws NativeIoException {
        block.close();
        file.close();
    }
}
