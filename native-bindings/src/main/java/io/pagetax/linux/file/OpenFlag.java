package io.pagetax.linux.file;

import io.pagetax.linux.syscall.KernelAbi;
import java.util.Set;

/** Flags of open(2). Bits that differ between architectures come from {@link KernelAbi}. */
public enum OpenFlag {
    /** Read only; what holds if no other access is named. */
    RDONLY(0),
    /** Write only. */
    WRONLY(0x1),
    /** Read and write. */
    RDWR(0x2),
    /** Create the file if it is absent. */
    CREAT(0x40),
    /** With {@link #CREAT}: fail with EEXIST if it is there. */
    EXCL(0x80),
    /** Cut the file to nothing. */
    TRUNC(0x200),
    /** A write returns when its data, and what is needed to find them, are on the device. */
    DSYNC(0x1000),
    /** A write returns when data and metadata are on the device; includes {@link #DSYNC}. */
    SYNC(0x101000),
    /** Reading leaves the time of last access alone. EPERM for who neither owns the file nor has CAP_FOWNER. */
    NOATIME(0x40000),
    /**
     * A nameless file in the directory that the path names, gone when it is closed. Needs {@link #WRONLY} or {@link
     * #RDWR}; EOPNOTSUPP where the file system has none.
     */
    TMPFILE(KernelAbi.host().temporaryFile()),
    /** Past the page cache. Alignment rules apply; see {@link DioAlignment}. */
    DIRECT(KernelAbi.host().direct()),
    /** Fail with ENOTDIR unless it is a directory. */
    DIRECTORY(KernelAbi.host().directory()),
    /** Fail with ELOOP if it is a symbolic link. */
    NOFOLLOW(KernelAbi.host().noFollow()),
    /** Close on exec. {@link LinuxFile} always sets it. */
    CLOEXEC(0x80000);

    private final int bits;

    OpenFlag(int bits) {
        this.bits = bits;
    }

    static int bits(Set<OpenFlag> flags) {
        return flags.stream().mapToInt(flag -> flag.bits).reduce(0, (left, right) -> left | right);
    }
}
