package io.pagetax.linux.syscall;

/** Where lseek(2) starts from, from {@code include/uapi/linux/fs.h}. */
public final class Seek {

    /** The offset itself. */
    public static final int SEEK_SET = 0;
    /** From the current position. */
    public static final int SEEK_CUR = 1;
    /** From the end of the file. */
    public static final int SEEK_END = 2;
    /** The first byte at or after the offset that is data; kernel 3.1. Preallocated, unwritten space may count as a hole. */
    public static final int SEEK_DATA = 3;
    /** The first byte at or after the offset that is a hole; the end of the file is one. Kernel 3.1. */
    public static final int SEEK_HOLE = 4;

    private Seek() {}
}
