package io.pagetax.engine;

import io.pagetax.linux.file.AlignedBuffer;
import io.pagetax.linux.file.LinuxFile;
import io.pagetax.linux.file.NativeIoException;
import io.pagetax.linux.syscall.Syscalls;

/** pread(2) and pwrite(2), O_DIRECT or not as the file was opened: fio's {@code psync}. */
final class PsyncEngine implements IoEngine {

    private static final Syscalls SYSCALLS = Syscalls.get();

    private final LinuxFile file;
    private final AlignedBuffer block;
    private final int fd;
    private final long address;
    private final long length;

    PsyncEngine(LinuxFile file, AlignedBuffer block) {
        this.file = file;
        this.block = block;
        this.fd = file.fd();
        this.address = block.address();
        this.length = block.length();
    }

    @Override
    public long read(long offset) {
        return SYSCALLS.pread(fd, address, length, offset);
    }

    @Override
    public long write(long offset) {
        return SYSCALLS.pwrite(fd, address, length, offset);
    }

    @Override
    public AlignedBuffer block() {
        return block;
    }

    @Override
    public void close() throws NativeIoException {
        try (file) {
            block.close();
        }
    }
}
