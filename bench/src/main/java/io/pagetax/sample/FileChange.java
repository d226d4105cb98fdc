package io.pagetax.sample;

import io.pagetax.engine.UnavailableException;
import io.pagetax.evidence.Quantity;
import io.pagetax.evidence.SampleEvidence;
import io.pagetax.linux.file.AlignedBuffer;
import io.pagetax.linux.file.FileStatus;
import io.pagetax.linux.file.LinuxFile;
import io.pagetax.linux.file.NativeIoException;
import io.pagetax.linux.file.OpenFlag;
import io.pagetax.linux.syscall.FallocateMode;
import io.pagetax.testfile.BlockPattern;
import io.pagetax.workload.Workload;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/**
 * Changes a file behind the end of the data that others read, so that the data stays what and where it is while the file's
 * length, extents and pages change under them. Afterwards the file ends where the data does.
 */
abstract class FileChange implements Companion {

    /** The file does not grow by more than this, or by one block. */
    private static final long MOST_BYTES = 16L << 20;

    final LinuxFile file;
    final long dataBytes;
    final int blockSize;
    private final AlignedBuffer block;
    private long operations;

    private FileChange(LinuxFile file, Workload workload) throws NativeIoException {
        this.file = file;
        this.dataBytes = workload.sizeBytes();
        this.blockSize = workload.blockSizeBytes();
        this.block = AlignedBuffer.allocate(blockSize);
        BlockPattern.of(file.path()).fill(block.bytes(), blockSize, dataBytes, 0);
    }

    /**
     * Opens the file for writing.
     *
     * @throws UnavailableException if it is not a file that ends where the workload's data does
     */
    static FileChange open(Workload workload, Path path) throws IOException {
        LinuxFile file = LinuxFile.open(path, OpenFlag.RDWR);
        try {
            requireNothingBeyond(file, workload);
            return switch (workload.company().kind()) {
                case APPEND -> new Append(file, workload);
                case TRUNCATE -> new Truncate(file, workload);
                case PUNCH -> new Punch(file, workload);
                case NONE, DIRECT, BUFFERED, MMAP ->
                    throw new IllegalArgumentException("changes no file: " + workload.company());
            };
        } catch (IOException | RuntimeException failed) {
            file.close();
            throw failed;
        }
    }

    private static void requireNothingBeyond(LinuxFile file, Workload workload) throws IOException {
        FileStatus status = file.status();
        if (status.kind() != FileStatus.Kind.REGULAR) {
            throw new UnavailableException(
                    "--beside " + workload.company() + ": takes a file, whose length can change");
        }
        if (status.size() != workload.sizeBytes()) {
            throw new UnavailableException("--beside " + workload.company() + ": the file has " + status.size()
                    + " bytes, and those beyond --size would be lost");
        }
    }

    /** One operation. */
    abstract void change() throws NativeIoException;

    /** Writes the block through the page cache. */
    final void write(long offset) throws NativeIoException {
        file.write(block.address(), blockSize, offset);
    }

    @Override
    public final void start() {
        operations = 0;
    }

    @Override
    public final void runBatch() throws NativeIoException {
        for (int i = 0; i < Workload.BATCH; i++) {
            change();
        }
        operations += Workload.BATCH;
    }

    @Override
    public final SampleEvidence end() throws NativeIoException {
        file.truncate(dataBytes);
        return new SampleEvidence(Map.of(Quantity.OPERATIONS, operations));
    }

    @Override
    public final void close() throws NativeIoException {
        try (block) {
            file.close();
        }
    }

    private static final class Append extends FileChange {

        private long end;

        Append(LinuxFile file, Workload workload) throws NativeIoException {
            super(file, workload);
            end = dataBytes;
        }

        @Override
        void change() throws NativeIoException {
            write(end);
            end += blockSize;
            if (end + blockSize > dataBytes + MOST_BYTES) {
                file.truncate(dataBytes);
                end = dataBytes;
            }
        }
    }

    private static final class Truncate extends FileChange {

        Truncate(LinuxFile file, Workload workload) throws NativeIoException {
            super(file, workload);
        }

        @Override
        void change() throws NativeIoException {
            write(dataBytes);
            file.truncate(dataBytes);
        }
    }

    private static final class Punch extends FileChange {

        private static final int MODE = FallocateMode.FALLOC_FL_PUNCH_HOLE | FallocateMode.FALLOC_FL_KEEP_SIZE;

        Punch(LinuxFile file, Workload workload) throws NativeIoException {
            super(file, workload);
        }

        @Override
        void change() throws NativeIoException {
            write(dataBytes);
            file.allocate(MODE, dataBytes, blockSize);
        }
    }
}
