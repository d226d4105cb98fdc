package io.pagetax.evidence;

import java.util.Optional;

/**
 * Something that a rule has to say of a measurement.
 *
 * @param level how bad it is
 * @param reason one sentence, with the numbers that disagree
 */
record Finding(Level level, String reason) {

    /** From what is only to be known to what makes the row's name false. */
    enum Level {
        /** The name is true; the number is to be read with care. */
        WARNING,
        /** The witness could not speak. */
        UNVERIFIABLE,
        /** Something else than the name says was measured. */
        REFUTED
    }

    static Optional<Finding> warning(String reason) {
        return Optional.of(new Finding(Level.WARNING, reason));
    }

    static Optional<Finding> unverifiable(String reason) {
        return Optional.of(new Finding(Level.UNVERIFIABLE, reason));
    }

    static Optional<Finding> refuted(String reason) {
        return Optional.of(new Finding(Level.REFUTED, reason));
    }

    /** Refuted beyond one limit, a warning beyond another that is lower. */
    static Optional<Finding> beyond(double value, double warnAbove, double refuteAbove, String reason) {
        if (value > refuteAbove) {
            return refuted(reason);
        }
        return value > warnAbove ? warning(reason) : Optional.empty();
    }
}
