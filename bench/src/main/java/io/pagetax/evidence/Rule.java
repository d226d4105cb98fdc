package io.pagetax.evidence;

import java.util.Optional;

/**
 * One way in which a measurement can be something else than its name says. Implementations are stateless; their simple
 * names, less {@code Rule}, are those in the manual.
 *
 * @param <E> what it looks at: a {@link SampleExhibit} or a {@link RowExhibit}
 */
interface Rule<E> {

    /** What is wrong; empty if, by this rule, nothing is. */
    Optional<Finding> check(E exhibit);
}
