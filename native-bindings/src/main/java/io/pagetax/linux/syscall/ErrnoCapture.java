package io.pagetax.linux.syscall;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Where a thread's calls leave errno. The JVM stores it on the way back from the call, before anything of its own can
 * change it; each thread has a place of its own.
 */
final class ErrnoCapture {

    private static final ThreadLocal<ErrnoCapture> OWN = ThreadLocal.withInitial(ErrnoCapture::new);

    private final ByteBuffer memory =
            ByteBuffer.allocateDirect(ForeignLinker.errnoBytes()).order(ByteOrder.nativeOrder());

    /** A {@code MemorySegment}, which has no name on the JVMs that this is compiled for. */
    private final Object segment = ForeignLinker.segmentOf(memory);

    /** What the calling thread's latest call left. */
    static int errno() {
        return OWN.get().memory.getInt(0);
    }

    /** The calling thread's segment; not private, since only {@link #bind} uses it, and that by name. */
    static Object ownSegment() {
        return OWN.get().segment;
    }

    /** A handle that takes an errno segment first, without that parameter: each call is given its thread's own. */
    static MethodHandle bind(MethodHandle withSegment) {
        try {
            MethodHandle own = MethodHandles.lookup()
                    .findStatic(ErrnoCapture.class, "ownSegment", MethodType.methodType(Object.class))
                    .asType(MethodType.methodType(ForeignLinker.segmentType()));
            return MethodHandles.collectArguments(withSegment, 0, own);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("errno", e);
        }
    }
}
