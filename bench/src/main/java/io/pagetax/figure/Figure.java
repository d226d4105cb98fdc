package io.pagetax.figure;

import java.util.List;

/** Something of a run that is better seen than read. Implementations are stateless and registered in {@link Figures}. */
interface Figure {

    /** The name of its file, without ending. */
    String name();

    /** What it is called where there is room for a few words. */
    String title();

    /** What is to be seen, in a sentence or two. */
    String caption();

    /** What can be drawn, the most telling first; empty if the run has too little for it. */
    List<Variant> variants(Material material);
}
