package io.pagetax.linux.file;

/**
 * What direct I/O on a file demands, as statx(2) tells it (STATX_DIOALIGN, kernel 6.1; STATX_DIO_READ_ALIGN, 6.14).
 *
 * @param memory alignment of the buffer's address in bytes; 0: direct I/O is not supported on this file
 * @param offset alignment of offset and length in bytes; 0: direct I/O is not supported on this file
 * @param readOffset the same for reads, which some file systems allow finer than writes
 */
public record DioAlignment(int memory, int offset, int readOffset) {

    /** Whether the file takes direct I/O at all, by its own account. */
    public boolean supported() {
        return memory > 0 && offset > 0;
    }
}
