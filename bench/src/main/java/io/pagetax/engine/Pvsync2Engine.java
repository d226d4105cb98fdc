package io.pagetax.engine;

import io.pagetax.linux.file.AlignedBuffer;
import io.pagetax.linux.file.LinuxFile;
import io.pagetax.linux.file.NativeIoException;
import io.pagetax.linux.syscall.Syscalls;

/** preadv2(2) and pwritev2(2) with flags for each call: fio's {@code pvsync2}. */
final class Pvsync2Engine implements IoEngine {

    private static final Syscalls SYSCALLS = Syscalls.get();

    /** {@code struct iovec}: base address, then length. */
    private static final int IOVEC_LENGTH = 2 * Long.BYTES;

    private final LinuxFile file;
    private final AlignedBuffer block;
    private final AlignedBuffer iovec;
    private final int fd;
    private final long iovecAddress;
    private final int flags;

    Pvsync2Engine(LinuxFile file, AlignedBuffer block, int flags) throws NativeIoException {
        this.file = file;
        this.block = block;
        this.flags = flags;
        this.fd = file.fd();
        this.iovec = AlignedBuffer.allocate(IOVEC_LENGTH);
        this.iovecAddress = iovec.address();
        iovec.bytes().putLong(0, block.address()).putLong(Long.BYTES, block.length());
    }

    @Override
    public long read(long offset) {
        return SYSCALLS.preadv2(fd, iovecAddress, 1, offset, flags);
    }

    @Override
    public long write(long offset) {
        return SYSCALLS.pwritev2(fd, iovecAddress, 1, offset, flags);
    }

    @Override
    public AlignedBuffer block() {
        return block;
    }

    @Override
    public void close() throws NativeIoException {
        try (file;
                iovec) {
            block.close();
        }
    }
}
