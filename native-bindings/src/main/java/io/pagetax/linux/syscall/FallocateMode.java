package io.pagetax.linux.syscall;

/** Modes of fallocate(2), to be combined by or, from {@code include/uapi/linux/falloc.h}. */
public final class FallocateMode {

    /** The file's length stays, even if space beyond it is reserved. */
    public static final int FALLOC_FL_KEEP_SIZE = 0x01;
    /** Takes blocks out of the file; only together with {@link #FALLOC_FL_KEEP_SIZE}. Kernel 2.6.38. */
    public static final int FALLOC_FL_PUNCH_HOLE = 0x02;

    private FallocateMode() {}
}
