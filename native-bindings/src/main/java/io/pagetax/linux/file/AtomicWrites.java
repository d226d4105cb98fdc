package io.pagetax.linux.file;

/**
 * Which direct writes with RWF_ATOMIC are never torn by a crash, as statx(2) tells it (STATX_WRITE_ATOMIC, kernel 6.11).
 * Lengths in between are powers of two, and a write begins at a multiple of its length.
 *
 * @param unitMin the shortest in bytes; 0: there are none on this file
 * @param unitMax the longest in bytes; 0: there are none on this file
 * @param segmentsMax of how many parts in memory one may consist
 */
public record AtomicWrites(int unitMin, int unitMax, int segmentsMax) {

    /** Whether the file takes such writes at all, by its own account. */
    public boolean supported() {
        return unitMax > 0;
    }
}
