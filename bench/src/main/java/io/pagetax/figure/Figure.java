package io.pagetax.figure;

import io.pagetax.result.Run;
import java.util.Optional;

/** Something of a run that is better seen than read. Implementations are stateless and registered in {@link Figures}. */
interface Figure {

    /** The name of its file, without ending. */
    String name();

    /** What is to be seen, in a sentence or two. */
    String caption();

    /** The drawing; empty if the run has too little for one. */
    Optional<Plot> plot(Run run);
}
