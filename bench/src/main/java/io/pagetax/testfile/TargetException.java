package io.pagetax.testfile;

import java.io.IOException;
import java.io.Serial;

/** The target cannot be used; the message says which, why, and what to do. */
public final class TargetException extends IOException {

    @Serial
    private static final long serialVersionUID = 1L;

    /** With a message for the user. */
    public TargetException(String message) {
        super(message);
    }

    /** With a message for the user and what led to it. */
    public TargetException(String message, Throwable cause) {
        super(message, cause);
    }
}
