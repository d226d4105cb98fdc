package io.pagetax.cli;

/** Exit codes of every command. */
public final class ExitCode {

    /** Done, every row verified. */
    public static final int OK = 0;
    /** A bug. */
    public static final int INTERNAL_ERROR = 1;
    /** Bad usage. */
    public static final int USAGE = 2;
    /** Done, but rows were refuted, failed or not run, or the harness was not found to show what happened. */
    public static final int NOT_ALL_VERIFIED = 3;
    /** The machine is not fit to measure on. */
    public static final int UNFIT = 3;
    /** A comparison found a difference, or a significant worsening. */
    public static final int DIFFERENT = 4;
    /** The target cannot be used. */
    public static final int TARGET = 5;
    /** Interrupted; what was finished is kept. */
    public static final int INTERRUPTED = 130;

    private ExitCode() {}
}
