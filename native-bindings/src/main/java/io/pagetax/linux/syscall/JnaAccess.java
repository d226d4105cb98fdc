package io.pagetax.linux.syscall;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Through JNA, on every JVM. */
final class JnaAccess implements NativeAccess {

    private final Syscalls syscalls = new JnaSyscalls();

    @Override
    public Syscalls syscalls() {
        return syscalls;
    }

    @Override
    public ByteBuffer view(long address, int length) {
        return new Pointer(address).getByteBuffer(0, length).order(ByteOrder.nativeOrder());
    }

    @Override
    public long addressOf(ByteBuffer direct) {
        return Pointer.nativeValue(Native.getDirectBufferPointer(direct));
    }

    @Override
    public int pageSize() {
        return LibC.getpagesize();
    }
}
