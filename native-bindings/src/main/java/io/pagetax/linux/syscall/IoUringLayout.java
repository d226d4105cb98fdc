package io.pagetax.linux.syscall;

/**
 * The structures and constants of {@code include/uapi/linux/io_uring.h} that are used here.
 *
 * <pre>
 *   io_uring_params    0  sq_entries u32 | cq_entries u32      io_sqring_offsets (cqring)   0  head         u32
 *                      8  flags u32      | sq_thread_cpu u32                                4  tail         u32
 *                     16  sq_thread_idle u32 | features u32                                 8  ring_mask    u32
 *                     24  wq_fd u32      | resv[3] u32                                     12  ring_entries u32
 *                     40  sq_off         (io_sqring_offsets)                               16  flags   (overflow) u32
 *                     80  cq_off         (io_cqring_offsets)                               20  dropped (cqes)     u32
 *                    120  end                                                              24  array   (flags)    u32
 *                                                                                          40  end
 *   io_uring_sqe       0  opcode u8 | flags u8 | ioprio u16 | fd s32
 *                      8  off u64                              io_uring_cqe                 0  user_data u64
 *                     16  addr u64                                                          8  res s32 | flags u32
 *                     24  len u32 | rw_flags (fsync_flags) u32                             16  end
 *                     32  user_data u64
 *                     40  buf_index u16 | personality u16 | splice_fd_in s32
 *                     48  addr3 u64 | pad u64
 *                     64  end
 *   io_uring_probe     0  last_op u8 | ops_len u8 | resv u16 | resv2[3] u32
 *                     16  ops[]: op u8 | resv u8 | flags u16 | resv2 u32 (8 bytes each)
 *   io_uring_rsrc_update   0  offset u32 | resv u32
 *                          8  data u64
 *                         16  end
 * </pre>
 */
public final class IoUringLayout {

    /** Submission entries that the kernel granted. */
    public static final int PARAMS_SQ_ENTRIES_OFFSET = 0;
    /** Completion entries that the kernel granted. */
    public static final int PARAMS_CQ_ENTRIES_OFFSET = 4;
    /** {@code IORING_SETUP_} bits. */
    public static final int PARAMS_FLAGS_OFFSET = 8;
    /** Processor of the polling thread. */
    public static final int PARAMS_SQ_THREAD_CPU_OFFSET = 12;
    /** Milliseconds without work after which the polling thread sleeps. */
    public static final int PARAMS_SQ_THREAD_IDLE_OFFSET = 16;
    /** Out: {@code IORING_FEAT_} bits. */
    public static final int PARAMS_FEATURES_OFFSET = 20;
    /** Out: offsets in the mapping of the submission ring. */
    public static final int PARAMS_SQ_OFF_OFFSET = 40;
    /** Out: offsets in the mapping of the completion ring. */
    public static final int PARAMS_CQ_OFF_OFFSET = 80;
    /** Size of the structure. */
    public static final int PARAMS_LENGTH = 120;

    /** Where the kernel takes from. In both rings. */
    public static final int RING_HEAD_OFFSET = 0;
    /** Where the next entry goes. In both rings. */
    public static final int RING_TAIL_OFFSET = 4;
    /** Entries less one. In both rings. */
    public static final int RING_MASK_OFFSET = 8;
    /** Entries. In both rings. */
    public static final int RING_ENTRIES_OFFSET = 12;
    /** Submission: {@code IORING_SQ_} bits. */
    public static final int SQ_FLAGS_OFFSET = 16;
    /** Submission: invalid entries that were skipped. */
    public static final int SQ_DROPPED_OFFSET = 20;
    /** Submission: indices into the entries. */
    public static final int SQ_ARRAY_OFFSET = 24;
    /** Completion: events lost, which only kernels without IORING_FEAT_NODROP do. */
    public static final int CQ_OVERFLOW_OFFSET = 16;
    /** Completion: the events. */
    public static final int CQ_CQES_OFFSET = 20;

    /** {@code IORING_OP_} number, 8 bits. */
    public static final int SQE_OPCODE_OFFSET = 0;
    /** {@code IOSQE_} bits, 8 bits. */
    public static final int SQE_FLAGS_OFFSET = 1;
    /** Priority, 16 bits. */
    public static final int SQE_IOPRIO_OFFSET = 2;
    /** Descriptor, or index of a registered file. */
    public static final int SQE_FD_OFFSET = 4;
    /** Offset in the file. */
    public static final int SQE_OFF_OFFSET = 8;
    /** Address of the buffer. */
    public static final int SQE_ADDR_OFFSET = 16;
    /** Length of the buffer. */
    public static final int SQE_LEN_OFFSET = 24;
    /** {@link RwFlags}, or flags of the operation. */
    public static final int SQE_RW_FLAGS_OFFSET = 28;
    /** Comes back with the completion. */
    public static final int SQE_USER_DATA_OFFSET = 32;
    /** Index of a registered buffer, 16 bits. */
    public static final int SQE_BUF_INDEX_OFFSET = 40;
    /** Size of an entry. */
    public static final int SQE_LENGTH = 64;

    /** What the submission carried. */
    public static final int CQE_USER_DATA_OFFSET = 0;
    /** Bytes, or a negative error number. */
    public static final int CQE_RES_OFFSET = 8;
    /** {@code IORING_CQE_F_} bits. */
    public static final int CQE_FLAGS_OFFSET = 12;
    /** Size of an event. */
    public static final int CQE_LENGTH = 16;

    /** How many operations follow. */
    public static final int PROBE_OPS_LEN_OFFSET = 1;
    /** First operation. */
    public static final int PROBE_OPS_OFFSET = 16;
    /** Of an operation: {@code IO_URING_OP_SUPPORTED} or not, 16 bits. */
    public static final int PROBE_OP_FLAGS_OFFSET = 2;
    /** Size of an operation. */
    public static final int PROBE_OP_LENGTH = 8;

    /** Of a ring descriptor: the index to use, or -1 for any; out: the one used. */
    public static final int RSRC_UPDATE_OFFSET_OFFSET = 0;
    /** Of a ring descriptor: the descriptor, 64 bits. */
    public static final int RSRC_UPDATE_DATA_OFFSET = 8;
    /** Size of the structure. */
    public static final int RSRC_UPDATE_LENGTH = 16;

    /** Completions are polled for, not interrupted; O_DIRECT only, on devices with polling queues. Kernel 5.1. */
    public static final int IORING_SETUP_IOPOLL = 1 << 0;
    /** A kernel thread takes submissions. Kernel 5.1; without privileges since 5.11. */
    public static final int IORING_SETUP_SQPOLL = 1 << 1;
    /** PARAMS_CQ_ENTRIES is set by the caller. Kernel 5.5. */
    public static final int IORING_SETUP_CQSIZE = 1 << 3;
    /** Never interrupt the task for completions that it will look for itself. Kernel 5.19. */
    public static final int IORING_SETUP_COOP_TASKRUN = 1 << 8;
    /** One thread submits. Kernel 6.0. */
    public static final int IORING_SETUP_SINGLE_ISSUER = 1 << 12;
    /** Run completions when they are waited for, and not before. Kernel 6.1. */
    public static final int IORING_SETUP_DEFER_TASKRUN = 1 << 13;

    /** One mapping holds both rings. Kernel 5.4. */
    public static final int IORING_FEAT_SINGLE_MMAP = 1 << 0;
    /** Completions are kept when the ring is full. Kernel 5.5. */
    public static final int IORING_FEAT_NODROP = 1 << 1;

    /** mmap offset of the submission ring. */
    public static final int IORING_OFF_SQ_RING = 0;
    /** mmap offset of the completion ring. */
    public static final int IORING_OFF_CQ_RING = 0x8000000;
    /** mmap offset of the submission entries. */
    public static final int IORING_OFF_SQES = 0x10000000;

    /** The polling thread sleeps and wants IORING_ENTER_SQ_WAKEUP. */
    public static final int IORING_SQ_NEED_WAKEUP = 1 << 0;
    /** Completions wait in the kernel because the ring was full. */
    public static final int IORING_SQ_CQ_OVERFLOW = 1 << 1;
    /** Completions wait for the task to enter the kernel. */
    public static final int IORING_SQ_TASKRUN = 1 << 2;

    /** Wait for completions. */
    public static final int IORING_ENTER_GETEVENTS = 1 << 0;
    /** Wake the polling thread. */
    public static final int IORING_ENTER_SQ_WAKEUP = 1 << 1;
    /** Wait until the submission ring has room. */
    public static final int IORING_ENTER_SQ_WAIT = 1 << 2;

    /** The descriptor is an index of a ring that the calling thread has registered. Kernel 5.18. */
    public static final int IORING_ENTER_REGISTERED_RING = 1 << 4;

    /** The descriptor is an index of a registered file. */
    public static final int IOSQE_FIXED_FILE = 1 << 0;
    /** Cancel all that match, not just the first. Kernel 5.19. */
    public static final int IORING_ASYNC_CANCEL_ALL = 1 << 0;
    /** Every operation matches. Kernel 5.19. */
    public static final int IORING_ASYNC_CANCEL_ANY = 1 << 2;
    /** Only fsync the data. */
    public static final int IORING_FSYNC_DATASYNC = 1 << 0;

    /** Does nothing. */
    public static final int IORING_OP_NOP = 0;
    /** fsync(2). */
    public static final int IORING_OP_FSYNC = 3;
    /** Reads into a registered buffer. */
    public static final int IORING_OP_READ_FIXED = 4;
    /** Writes from a registered buffer. */
    public static final int IORING_OP_WRITE_FIXED = 5;
    /** Cancels other operations; see {@link #IORING_ASYNC_CANCEL_ANY}. Kernel 5.5. */
    public static final int IORING_OP_ASYNC_CANCEL = 14;
    /** pread(2). Kernel 5.6. */
    public static final int IORING_OP_READ = 22;
    /** pwrite(2). Kernel 5.6. */
    public static final int IORING_OP_WRITE = 23;

    /** Registers buffers: an array of iovec. */
    public static final int IORING_REGISTER_BUFFERS = 0;
    /** Registers files: an array of descriptors. */
    public static final int IORING_REGISTER_FILES = 2;
    /** Registers ring descriptors with the calling thread: an array of io_uring_rsrc_update. Kernel 5.18. */
    public static final int IORING_REGISTER_RING_FDS = 20;
    /** Asks which operations the kernel knows. Kernel 5.6. */
    public static final int IORING_REGISTER_PROBE = 8;
    /** The operation is there. */
    public static final int IO_URING_OP_SUPPORTED = 1 << 0;

    private IoUringLayout() {}
}
