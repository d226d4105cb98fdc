package io.pagetax.linux.syscall;

import java.lang.ref.Reference;
import java.nio.ByteBuffer;

/** Whether somebody is looking. */
public final class Terminal {

    private static final int STANDARD_ERROR = 2;

    /** More than {@code struct termios} has on any architecture. */
    private static final int SETTINGS_LENGTH = 256;

    private Terminal() {}

    /** Whether standard error is a terminal; as isatty(3) finds out. The JDK can tell of standard input and output only, if at all. */
    public static boolean isStandardError() {
        ByteBuffer settings = ByteBuffer.allocateDirect(SETTINGS_LENGTH);
        try {
            return Syscalls.get().ioctl(STANDARD_ERROR, Ioctl.TCGETS, NativeMemory.addressOf(settings)) == 0;
        } finally {
            Reference.reachabilityFence(settings);
        }
    }
}
