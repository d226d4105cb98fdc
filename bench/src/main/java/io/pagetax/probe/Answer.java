package io.pagetax.probe;

import io.pagetax.linux.syscall.Errno;

/**
 * What was observed.
 *
 * @param answer a word, or a word and a measure behind a colon
 * @param meaning what it means for somebody who writes a program for this file system
 * @param detail how it was found, with the figures
 */
record Answer(String answer, String meaning, String detail) {

    /** The state that a question is about cannot be had here. */
    static final String UNASKED = "unasked";

    static Answer yesOrNo(boolean yes, String ifYes, String ifNo, String detail) {
        return yes ? new Answer("yes", ifYes, detail) : new Answer("no", ifNo, detail);
    }

    /** The state that the question is about cannot be had here. */
    static Answer unasked(String why) {
        return new Answer(UNASKED, "There is nothing to know here.", why);
    }

    /** The kernel said no. */
    static Answer refused(Errno errno, String meaning, String detail) {
        return new Answer("refused:" + errno.name(), meaning, detail);
    }
}
