package io.pagetax.linux.syscall;

import java.util.Locale;

/**
 * What differs between the architectures in the flags of open(2); the numbers of the system calls are in {@link
 * SystemCall}.
 *
 * <p>Sources: {@code include/uapi/asm-generic/fcntl.h} for x86-64, {@code arch/arm64/include/uapi/asm/fcntl.h} for
 * aarch64. On arm64 the bit that means O_DIRECT on x86-64 means O_DIRECTORY, and the reverse.
 *
 * @param architecture the name as {@code os.arch} gives it
 * @param direct O_DIRECT
 * @param directory O_DIRECTORY
 * @param noFollow O_NOFOLLOW
 */
public record KernelAbi(String architecture, int direct, int directory, int noFollow) {

    static final KernelAbi X86_64 = new KernelAbi("amd64", 0x4000, 0x10000, 0x20000);
    static final KernelAbi AARCH64 = new KernelAbi("aarch64", 0x10000, 0x4000, 0x8000);

    /** {@code __O_TMPFILE}, which means something only together with O_DIRECTORY. */
    private static final int TMPFILE_BIT = 0x400000;

    private static final KernelAbi HOST = of(System.getProperty("os.name"), System.getProperty("os.arch"));

    /** The machine that this process runs on. */
    public static KernelAbi host() {
        return HOST;
    }

    /** O_TMPFILE: one bit of its own, and O_DIRECTORY, so that old kernels refuse it. */
    public int temporaryFile() {
        return TMPFILE_BIT | directory;
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
