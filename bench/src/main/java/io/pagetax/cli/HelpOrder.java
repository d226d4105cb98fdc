package io.pagetax.cli;

/** Where options stand in a command's help that come from different classes; first those without a number. */
final class HelpOrder {

    /** How long and how often. */
    static final int TIMES = 1;

    /** What the others depart from. */
    static final int PROFILE = 2;

    /** What becomes of the results. */
    static final int OUTPUT = 3;

    /** This help itself. */
    static final int HELP = 4;

    private HelpOrder() {}
}
