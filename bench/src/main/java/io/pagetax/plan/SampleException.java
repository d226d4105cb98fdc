package io.pagetax.plan;

import java.io.Serial;

/** A sample could not be finished; the message says why, if its fork failed in the words of the first error there. */
public final class SampleException extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String reason;

    /** With the reason, in words for a user, and what led to it. */
    public SampleException(String reason, Throwable cause) {
        super(reason, cause);
        this.reason = reason;
    }

    /** What went wrong, for a user. */
    public String reason() {
        return reason;
    }
}
