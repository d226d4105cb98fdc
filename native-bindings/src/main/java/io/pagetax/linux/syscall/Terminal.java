package io.pagetax.linux.syscall;

/** Whether somebody is looking. */
public final class Terminal {

    private static final int STANDARD_ERROR = 2;

    private Terminal() {}

    /** Whether standard error is a terminal; isatty(3). The JDK can tell of standard input and output only, if at all. */
    public static boolean isStandardError() {
        return LibC.isatty(STANDARD_ERROR) == 1;
    }
}
