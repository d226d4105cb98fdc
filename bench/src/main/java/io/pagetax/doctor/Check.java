package io.pagetax.doctor;

import io.pagetax.result.Finding;
import java.io.IOException;

/** Judges one thing that it was given. */
interface Check {

    /**
     * What there is to say.
     *
     * @throws IOException if what it has to look at is not there
     */
    Finding look() throws IOException;
}
