package io.pagetax.lab;

import java.io.IOException;
import java.io.Serial;

/** A lab cannot do what it was asked for; the message says what, why, and what to do. */
public final class LabException extends IOException {

    @Serial
    private static final long serialVersionUID = 1L;

    /** With a message for the user. */
    public LabException(String message) {
        super(message);
    }

    /** With a message for the user and what led to it. */
    public LabException(String message, Throwable cause) {
        super(message, cause);
    }
}
