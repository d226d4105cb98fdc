package io.pagetax.linux.syscall;

import java.nio.ByteBuffer;

/** Through {@code java.lang.foreign}. */
final class FfmAccess implements NativeAccess {

    private final Syscalls syscalls = new FfmSyscalls();
    private final int pageSize = readPageSize();

    private static int readPageSize() {
        try {
            return (int) new ForeignLinker().intFunction("getpagesize").invokeExact();
        } catch (Throwable e) {
            throw new LinkageError("getpagesize", e);
        }
    }

    @Override
    public Syscalls syscalls() {
        return syscalls;
    }

    @Override
    public ByteBuffer view(long address, int length) {
        return ForeignLinker.view(address, length);
    }

    @Override
    public long addressOf(ByteBuffer direct) {
        return ForeignLinker.addressOf(direct);
    }

    @Override
    public int pageSize() {
        return pageSize;
    }
}
