package io.pagetax.linux.uring;

import io.pagetax.linux.file.AlignedBuffer;
import io.pagetax.linux.file.LinuxFile;
import io.pagetax.linux.file.NativeIoException;
import io.pagetax.linux.syscall.Errno;
import io.pagetax.linux.syscall.IoUringLayout;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * An io_uring: operations are queued in memory, handed over by {@link #submit} or {@link #submitAndWait}, and come back
 * in any order as completions, taken one by one by {@link #next}. Kernel 5.6.
 *
 * <p>A {@code file} is a descriptor ({@link LinuxFile#fd()}) or what {@link #registeredFile} makes of an index. Memory
 * that an operation uses stays valid until its completion was taken. A result is what the system call would have
 * returned, so a read may be short; {@code userData} is the caller's and comes back unchanged.
 *
 * <p>More operations may be in flight than there is room for completions: the kernel keeps what does not fit. Nothing
 * here allocates after the set-up. <b>Not thread-safe</b>, and a ring made with {@link RingFlag#SINGLE_ISSUER} is bound
 * to the thread that makes it.
 *
 * @see <a href="https://man7.org/linux/man-pages/man2/io_uring_enter.2.html">io_uring_enter(2)</a>
 */
public final class IoUring implements AutoCloseable {

    /** The most submission entries that the kernel grants. */
    public static final int MAX_ENTRIES = 32768;

    private static final int NEEDED_FEATURES = IoUringLayout.IORING_FEAT_SINGLE_MMAP | IoUringLayout.IORING_FEAT_NODROP;
    private static final int GETEVENTS = IoUringLayout.IORING_ENTER_GETEVENTS;
    private static final int NONE = -1;

    /** For operations that look at none; not negative, which would mean a registered one. */
    private static final int NO_FILE = 0;

    private final RingMemory memory;
    private final SubmissionQueue submissions;
    private final CompletionQueue completions;
    private final Registration registration;
    private final boolean kernelTakes;
    private final boolean polled;
    private final EnterCall kernel;

    /** Queued, and not yet taken back. */
    private int outstanding;

    private boolean closed;

    private IoUring(RingMemory memory, Set<RingFlag> flags) {
        this.memory = memory;
        this.kernel = new EnterCall(memory.fd());
        this.submissions = new SubmissionQueue(memory);
        this.completions = new CompletionQueue(memory);
        this.registration = new Registration(memory.fd());
        this.kernelTakes = flags.contains(RingFlag.SQPOLL);
        this.polled = flags.contains(RingFlag.IOPOLL);
    }

    /**
     * Makes a ring whose completion ring is twice as long.
     *
     * @param entries that can be queued at once, 1 to {@value #MAX_ENTRIES}; rounded up to a power of two
     * @throws NativeIoException EINVAL (a flag unknown to the kernel), EPERM (forbidden by kernel.io_uring_disabled or
     *     a sandbox), ENOSYS (before 5.1, or a sandbox), ENOMEM
     */
    public static IoUring open(int entries, RingFlag... flags) throws NativeIoException {
        return open(entries, 0, flags);
    }

    /**
     * Makes a ring.
     *
     * @param completionEntries room for completions, more than {@code entries}; 0 means twice as many
     */
    public static IoUring open(int entries, int completionEntries, RingFlag... flags) throws NativeIoException {
        Set<RingFlag> set = EnumSet.noneOf(RingFlag.class);
        set.addAll(Set.of(flags));
        RingMemory memory = RingMemory.open(entries, completionEntries, set);
        if ((memory.features() & NEEDED_FEATURES) != NEEDED_FEATURES) {
            memory.close();
            throw new UnsupportedOperationException("io_uring of this kernel is too old: 5.6 is needed");
        }
        return new IoUring(memory, set);
    }

    /** Why io_uring cannot be used here, found by making a ring and asking it; empty if it can. */
    public static Optional<String> unavailabilityCause() {
        try (IoUring ring = open(1)) {
            Set<Operation> missing = EnumSet.complementOf(EnumSet.copyOf(ring.operations()));
            return missing.isEmpty() ? Optional.empty() : Optional.of("this kernel's io_uring lacks " + missing);
        } catch (NativeIoException | UnsupportedOperationException refused) {
            return Optional.ofNullable(refused.getMessage());
        }
    }

    /** The operations of {@link Operation} that the kernel knows. */
    public Set<Operation> operations() throws NativeIoException {
        ensureOpen();
        return registration.operations();
    }

    /**
     * Registers buffers, so that the kernel need not look up and pin their pages each time; once for a ring. They are
     * counted against RLIMIT_MEMLOCK.
     *
     * @throws NativeIoException EBUSY (done before), ENOMEM (`ulimit -l`), EFAULT
     */
    public void registerBuffers(AlignedBuffer... buffers) throws NativeIoException {
        ensureOpen();
        registration.buffers(buffers);
    }

    /**
     * Registers files, so that the kernel need not look up the descriptor each time; once for a ring.
     *
     * @throws NativeIoException EBUSY (done before), EBADF, EMFILE
     */
    public void registerFiles(LinuxFile... files) throws NativeIoException {
        ensureOpen();
        registration.files(files);
    }

    /**
     * Binds the ring to the calling thread, so that the kernel need not look up its descriptor each time, which costs
     * atomic operations in a process with several threads. Any other thread's use of it fails from here on. Kernel 5.18.
     *
     * @throws NativeIoException EINVAL (an older kernel), EBUSY (the thread has 16 rings registered)
     */
    public void registerRing() throws NativeIoException {
        ensureOpen();
        kernel.useRegistered(registration.ring());
    }

    /** What stands for the registered file {@code index} in place of a descriptor. */
    public static int registeredFile(int index) {
        return ~index;
    }

    /**
     * Queues a read.
     *
     * @param length in bytes
     * @param rwFlags of {@link io.pagetax.linux.syscall.RwFlags}, or 0
     * @return false if there is no room: submit first
     */
    public boolean queueRead(int file, long address, int length, long offset, int rwFlags, long userData) {
        return add(Operation.READ, file, address, length, offset, rwFlags, userData);
    }

    /** Queues a write; see {@link #queueRead}. */
    public boolean queueWrite(int file, long address, int length, long offset, int rwFlags, long userData) {
        return add(Operation.WRITE, file, address, length, offset, rwFlags, userData);
    }

    /**
     * Queues a read into a registered buffer.
     *
     * @param buffer index of the buffer that {@code address} and {@code length} lie in; EFAULT if they do not
     * @return false if there is no room: submit first
     */
    public boolean queueReadFixed(
            int file, long address, int length, long offset, int rwFlags, int buffer, long userData) {
        boolean added = add(Operation.READ_FIXED, file, address, length, offset, rwFlags, userData);
        if (added) {
            submissions.setBuffer(buffer);
        }
        return added;
    }

    /** Queues a write from a registered buffer; see {@link #queueReadFixed}. */
    public boolean queueWriteFixed(
            int file, long address, int length, long offset, int rwFlags, int buffer, long userData) {
        boolean added = add(Operation.WRITE_FIXED, file, address, length, offset, rwFlags, userData);
        if (added) {
            submissions.setBuffer(buffer);
        }
        return added;
    }

    /** Queues fsync(2), or fdatasync(2). It waits for no operation that is in flight beside it. */
    public boolean queueFsync(int file, boolean dataOnly, long userData) {
        return add(Operation.FSYNC, file, 0, 0, 0, dataOnly ? IoUringLayout.IORING_FSYNC_DATASYNC : 0, userData);
    }

    /** Queues nothing, which comes back with result 0. */
    public boolean queueNop(long userData) {
        return add(Operation.NOP, NO_FILE, 0, 0, 0, 0, userData);
    }

    private boolean add(
            Operation operation, int file, long address, int length, long offset, int flags, long userData) {
        ensureOpen();
        if (submissions.room() == 0) {
            return false;
        }
        submissions.add(operation, file, address, length, offset, flags, userData);
        outstanding++;
        return true;
    }

    /**
     * Hands over what was queued, without waiting. What the kernel puts off, because it is short of memory or holds
     * completions that did not fit, stays queued for the next time.
     */
    public void submit() throws NativeIoException {
        submitAndWait(0);
    }

    /**
     * Hands over what was queued and waits for completions, with one system call if one is needed at all.
     *
     * @param minComplete completions to wait for, those already there included; no more than are {@link #outstanding}
     * @return completions that can be taken; fewer than asked for only if the kernel puts off what was queued until some
     *     are taken
     * @throws NativeIoException EAGAIN (no memory for requests, and none in flight), EEXIST (another thread's ring)
     */
    public int submitAndWait(int minComplete) throws NativeIoException {
        ensureOpen();
        if (minComplete > outstanding) {
            throw new IllegalArgumentException(
                    "would wait for ever: minComplete=" + minComplete + " outstanding=" + outstanding);
        }
        submissions.publish();
        if (kernelTakes) {
            return waitForPollingThread(minComplete);
        }
        int untaken = submissions.untaken();
        int available = completions.available();
        int flags = minComplete > 0 || polled ? GETEVENTS : 0;
        while (untaken > 0 || available < minComplete) {
            int taken = kernel.enter(untaken, minComplete, flags);
            available = completions.available();
            if (taken != EnterCall.PUT_OFF) {
                untaken -= taken;
            } else if (available > 0 || minComplete == 0) {
                return available;
            } else if (outstanding == untaken) {
                throw new NativeIoException("io_uring_enter", RingMemory.NAME, NONE, NONE, -Errno.EAGAIN.number());
            } else {
                kernel.enter(0, 1, GETEVENTS);
                available = completions.available();
            }
        }
        return available;
    }

    private int waitForPollingThread(int minComplete) throws NativeIoException {
        if (submissions.untaken() > 0 && submissions.needsWakeup()) {
            kernel.enter(0, 0, IoUringLayout.IORING_ENTER_SQ_WAKEUP);
        }
        int available = completions.available();
        while (available < minComplete) {
            kernel.enter(0, minComplete, GETEVENTS);
            available = completions.available();
        }
        return available;
    }

    /**
     * Takes the next completion, whose {@link #userData} and {@link #result} then can be read. Makes a system call only
     * if the kernel holds completions back: because they did not fit, or because the ring is polled or deferred.
     *
     * @return false if none is there yet
     */
    public boolean next() throws NativeIoException {
        ensureOpen();
        if (completions.available() == 0 && !fetchHeldBack()) {
            return false;
        }
        completions.take();
        outstanding--;
        return true;
    }

    private boolean fetchHeldBack() throws NativeIoException {
        if (submissions.completionsWait() || (polled && outstanding > 0)) {
            kernel.enter(0, 0, GETEVENTS);
        }
        return completions.available() > 0;
    }

    /** What the operation, whose completion was taken last, was queued with. */
    public long userData() {
        return completions.userData();
    }

    /** What the system call would have returned: bytes, 0, or a negative error number. */
    public int result() {
        return completions.result();
    }

    /** Operations that were queued and whose completions were not yet taken. */
    public int outstanding() {
        return outstanding;
    }

    /** Operations that can be queued at once. */
    public int entries() {
        return memory.sqEntries();
    }

    private void ensureOpen() {
        if (closed) {
            throw new IllegalStateException("closed: " + RingMemory.NAME);
        }
    }

    /**
     * Forgets what was queued and not submitted, cancels what can be cancelled (kernel 5.19), and waits for all else
     * that is in flight: afterwards the kernel touches no buffer any more. Completions that were not taken are lost.
     */
    @Override
    public void close() throws NativeIoException {
        if (closed) {
            return;
        }
        try {
            drain();
        } finally {
            closed = true;
            memory.close();
        }
    }

    private void drain() throws NativeIoException {
        outstanding -= kernelTakes ? submissions.forgetQueued() : submissions.forgetUntaken();
        if (outstanding > 0) {
            int all = IoUringLayout.IORING_ASYNC_CANCEL_ANY | IoUringLayout.IORING_ASYNC_CANCEL_ALL;
            add(Operation.ASYNC_CANCEL, NO_FILE, 0, 0, 0, all, 0);
        }
        while (outstanding > 0) {
            submitAndWait(1);
            while (next()) {
                // Its result is nobody's any more.
            }
        }
    }
}
