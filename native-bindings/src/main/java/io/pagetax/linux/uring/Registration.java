package io.pagetax.linux.uring;

import io.pagetax.linux.file.AlignedBuffer;
import io.pagetax.linux.file.LinuxFile;
import io.pagetax.linux.file.NativeIoException;
import io.pagetax.linux.syscall.IoUringLayout;
import io.pagetax.linux.syscall.NativeMemory;
import io.pagetax.linux.syscall.Syscalls;
import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/** io_uring_register(2). */
final class Registration {

    private static final Syscalls SYSCALLS = Syscalls.get();
    private static final int NONE = -1;
    private static final int ANY = -1;

    /** {@code struct iovec}: base address, then length. */
    private static final int IOVEC_LENGTH = 2 * Long.BYTES;

    private static final int PROBED_OPERATIONS = 256;

    private final int fd;

    Registration(int fd) {
        this.fd = fd;
    }

    void buffers(AlignedBuffer... buffers) throws NativeIoException {
        ByteBuffer vectors = memory(buffers.length * IOVEC_LENGTH);
        for (AlignedBuffer buffer : buffers) {
            vectors.putLong(buffer.address()).putLong(buffer.length());
        }
        register("buffers", IoUringLayout.IORING_REGISTER_BUFFERS, vectors, buffers.length);
    }

    void files(LinuxFile... files) throws NativeIoException {
        ByteBuffer descriptors = memory(files.length * Integer.BYTES);
        for (LinuxFile file : files) {
            descriptors.putInt(file.fd());
        }
        register("files " + Arrays.toString(files), IoUringLayout.IORING_REGISTER_FILES, descriptors, files.length);
    }

    /** With the calling thread; returns the index that stands for the ring there. */
    int ring() throws NativeIoException {
        ByteBuffer update = memory(IoUringLayout.RSRC_UPDATE_LENGTH);
        update.putInt(IoUringLayout.RSRC_UPDATE_OFFSET_OFFSET, ANY);
        update.putLong(IoUringLayout.RSRC_UPDATE_DATA_OFFSET, fd);
        register("ring", IoUringLayout.IORING_REGISTER_RING_FDS, update, 1);
        return update.getInt(IoUringLayout.RSRC_UPDATE_OFFSET_OFFSET);
    }

    Set<Operation> operations() throws NativeIoException {
        ByteBuffer probe = memory(IoUringLayout.PROBE_OPS_OFFSET + PROBED_OPERATIONS * IoUringLayout.PROBE_OP_LENGTH);
        register("probe", IoUringLayout.IORING_REGISTER_PROBE, probe, PROBED_OPERATIONS);
        int known = Byte.toUnsignedInt(probe.get(IoUringLayout.PROBE_OPS_LEN_OFFSET));
        Set<Operation> supported = EnumSet.noneOf(Operation.class);
        for (Operation operation : Operation.values()) {
            if (operation.code() < known && isSupported(probe, operation)) {
                supported.add(operation);
            }
        }
        return supported;
    }

    private static boolean isSupported(ByteBuffer probe, Operation operation) {
        int at = IoUringLayout.PROBE_OPS_OFFSET + operation.code() * IoUringLayout.PROBE_OP_LENGTH;
        return (probe.getShort(at + IoUringLayout.PROBE_OP_FLAGS_OFFSET) & IoUringLayout.IO_URING_OP_SUPPORTED) != 0;
    }

    private static ByteBuffer memory(int length) {
        return ByteBuffer.allocateDirect(length).order(ByteOrder.nativeOrder());
    }

    private void register(String what, int opcode, ByteBuffer argument, int count) throws NativeIoException {
        try {
            long result = SYSCALLS.ioUringRegister(fd, opcode, NativeMemory.addressOf(argument), count);
            if (result < 0) {
                throw new NativeIoException("io_uring_register", what, NONE, NONE, result);
            }
        } finally {
            Reference.reachabilityFence(argument);
        }
    }
}
