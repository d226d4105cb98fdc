package io.pagetax.engine;

import java.io.IOException;
import java.io.Serial;

/** An engine cannot do what a workload asks for on this file; the message says why. */
public final class UnavailableException extends IOException {

    @Serial
    private static final long serialVersionUID = 1L;

    /** With the reason, a sentence for a user. */
    public UnavailableException(String message) {
        super(message);
    }
}
