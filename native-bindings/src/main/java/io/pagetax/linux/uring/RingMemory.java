package io.pagetax.linux.uring;

import io.pagetax.linux.file.NativeIoException;
import io.pagetax.linux.syscall.IoUringLayout;
import io.pagetax.linux.syscall.MapFlags;
import io.pagetax.linux.syscall.NativeMemory;
import io.pagetax.linux.syscall.Syscalls;
import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Set;

/**
 * A ring's descriptor and the memory that is shared with the kernel: one mapping for both rings, one for the
 * submission entries.
 */
final class RingMemory {

    /** How the ring is called in messages. */
    static final String NAME = "io_uring";

    private static final Syscalls SYSCALLS = Syscalls.get();
    private static final int NONE = -1;
    private static final int PROTECTION = MapFlags.PROT_READ | MapFlags.PROT_WRITE;
    private static final int FLAGS = MapFlags.MAP_SHARED | MapFlags.MAP_POPULATE;

    private final int fd;
    private final ByteBuffer params;
    private final long ringsLength;
    private final long entriesLength;
    private final long rings;
    private final long entries;

    private RingMemory(int fd, ByteBuffer params) throws NativeIoException {
        this.fd = fd;
        this.params = params;
        long submissionLength = submissionOffset(IoUringLayout.SQ_ARRAY_OFFSET) + (long) Integer.BYTES * sqEntries();
        long completionLength =
                completionOffset(IoUringLayout.CQ_CQES_OFFSET) + (long) IoUringLayout.CQE_LENGTH * cqEntries();
        this.ringsLength = Math.max(submissionLength, completionLength);
        this.entriesLength = (long) IoUringLayout.SQE_LENGTH * sqEntries();
        this.rings = map(ringsLength, IoUringLayout.IORING_OFF_SQ_RING);
        try {
            this.entries = map(entriesLength, IoUringLayout.IORING_OFF_SQES);
        } catch (NativeIoException failed) {
            SYSCALLS.munmap(rings, ringsLength);
            throw failed;
        }
    }

    /** io_uring_setup(2) and the mappings; on failure nothing is left behind. */
    static RingMemory open(int entries, int completionEntries, Set<RingFlag> flags) throws NativeIoException {
        ByteBuffer params =
                ByteBuffer.allocateDirect(IoUringLayout.PARAMS_LENGTH).order(ByteOrder.nativeOrder());
        int size = completionEntries > 0 ? IoUringLayout.IORING_SETUP_CQSIZE : 0;
        params.putInt(IoUringLayout.PARAMS_FLAGS_OFFSET, RingFlag.bits(flags) | size);
        params.putInt(IoUringLayout.PARAMS_CQ_ENTRIES_OFFSET, completionEntries);
        long fd = setup(entries, params);
        if (fd < 0) {
            throw new NativeIoException("io_uring_setup", entries + " entries " + flags, NONE, NONE, fd);
        }
        try {
            return new RingMemory((int) fd, params);
        } catch (NativeIoException failed) {
            SYSCALLS.close((int) fd);
            throw failed;
        }
    }

    private static long setup(int entries, ByteBuffer params) {
        try {
            return SYSCALLS.ioUringSetup(entries, NativeMemory.addressOf(params));
        } finally {
            Reference.reachabilityFence(params);
        }
    }

    private long map(long length, long offset) throws NativeIoException {
        long result = SYSCALLS.mmap(0, length, PROTECTION, FLAGS, fd, offset);
        if (result < 0) {
            throw new NativeIoException("mmap", NAME, offset, length, result);
        }
        return result;
    }

    int fd() {
        return fd;
    }

    /** Submission entries that the kernel granted: a power of two, at least as many as asked for. */
    int sqEntries() {
        return params.getInt(IoUringLayout.PARAMS_SQ_ENTRIES_OFFSET);
    }

    /** Completion entries that the kernel granted. */
    int cqEntries() {
        return params.getInt(IoUringLayout.PARAMS_CQ_ENTRIES_OFFSET);
    }

    /** {@code IORING_FEAT_} bits. */
    int features() {
        return params.getInt(IoUringLayout.PARAMS_FEATURES_OFFSET);
    }

    /** Where in {@link #rings()} a part of the submission ring lies. */
    int submissionOffset(int part) {
        return params.getInt(IoUringLayout.PARAMS_SQ_OFF_OFFSET + part);
    }

    /** Where in {@link #rings()} a part of the completion ring lies. */
    int completionOffset(int part) {
        return params.getInt(IoUringLayout.PARAMS_CQ_OFF_OFFSET + part);
    }

    /** Both rings. */
    ByteBuffer rings() {
        return NativeMemory.view(rings, Math.toIntExact(ringsLength));
    }

    /** The submission entries. */
    ByteBuffer entries() {
        return NativeMemory.view(entries, Math.toIntExact(entriesLength));
    }

    /** Unmaps and closes: views are dead from here on. */
    void close() throws NativeIoException {
        long first = SYSCALLS.munmap(entries, entriesLength);
        long second = SYSCALLS.munmap(rings, ringsLength);
        long third = SYSCALLS.close(fd);
        long failure = Math.min(Math.min(first, second), third);
        if (failure < 0) {
            throw new NativeIoException("close", NAME, NONE, NONE, failure);
        }
    }
}
