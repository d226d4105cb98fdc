package io.pagetax.probe;

import java.io.IOException;

/**
 * One question to a file system. Answers are observed, never deduced from the file system's name, and by a second witness
 * where there is one.
 */
interface Probe {

    /** What is asked. */
    About about();

    /**
     * Finds out, in the calling thread and in others that have ended when this returns. An error that the kernel answers
     * with and that is not expected may be thrown: it is an answer, too.
     *
     * @param site where files may be made
     */
    Answer ask(Site site) throws IOException;
}
