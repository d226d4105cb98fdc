package io.pagetax.linux.syscall;

import java.nio.ByteBuffer;

/** What a binding has to offer: the system calls, and the crossing between addresses and buffers. */
interface NativeAccess {

    /** The system calls; always the same object. */
    Syscalls syscalls();

    /** A view of memory in native byte order that neither owns it nor keeps it alive. */
    ByteBuffer view(long address, int length);

    /** The address of a direct buffer's first byte, whatever its position. */
    long addressOf(ByteBuffer direct);

    /** Bytes in a page of memory. */
    int pageSize();

    /** The process's own, chosen when first asked for. */
    static NativeAccess chosen() {
        return Chosen.ACCESS;
    }

    /** Initialised at first use, and only once. */
    final class Chosen {

        private static final NativeAccess ACCESS = Binding.current().open();

        private Chosen() {}
    }
}
