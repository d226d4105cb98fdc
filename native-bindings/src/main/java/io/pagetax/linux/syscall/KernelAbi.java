package io.pagetax.linux.syscall;

import java.util.Locale;

/**
 * What differs between the architectures: the bits of some open flags and the numbers of the system calls that are made
 * by number.
 *
 * <p>Sources: {@code include/uapi/asm-generic/fcntl.h} and {@code arch/x86/entry/syscalls/syscall_64.tbl} for x86-64;
 * {@code arch/arm64/include/uapi/asm/fcntl.h} and {@code include/uapi/asm-generic/unistd.h} for aarch64. On arm64 the
 * bit that means O_DIRECT on x86-64 means O_DIRECTORY, and the reverse.
 *
 * @param architecture the name as {@code os.arch} gives it
 * @param direct O_DIRECT
 * @param directory O_DIRECTORY
 * @param noFollow O_NOFOLLOW
 * @param preadv2Number number of preadv2(2)
 * @param pwritev2Number number of pwritev2(2)
 * @param statxNumber number of statx(2)
 * @param cachestatNumber number of cachestat(2)
 */
public record KernelAbi(
        String architecture,
        int direct,
        int directory,
        int noFollow,
        int preadv2Number,
        int pwritev2Number,
        int statxNumber,
        int cachestatNumber) {

    static final KernelAbi X86_64 = new KernelAbi("amd64", 0x4000, 0x10000, 0x20000, 327, 328, 332, 451);
    static final KernelAbi AARCH64 = new KernelAbi("aarch64", 0x10000, 0x4000, 0x8000, 286, 287, 291, 451);

    private static final KernelAbi HOST = of(System.getProperty("os.name"), System.getProperty("os.arch"));

    /** The machine that this process runs on. */
    public static KernelAbi host() {
        return HOST;
    }

    /**
     * The ABI of a system named as the JVM names it.
     *
     * @throws UnsupportedOperationException for anything but Linux on x86-64 or aarch64, naming what it is
     */
    static KernelAbi of(String operatingSystem, String architecture) {
        if (operatingSystem.toLowerCase(Locale.ROOT).equals("linux")) {
            switch (architecture) {
                case "amd64", "x86_64" -> {
                    return X86_64;
                }
                case "aarch64" -> {
                    return AARCH64;
                }
                default -> {
                    // falls through to the refusal below
                }
            }
        }
        throw new UnsupportedOperationException("unsupported platform: os.name=" + operatingSystem + " os.arch="
                + architecture + " (Linux on amd64 or aarch64 is needed)");
    }
}
