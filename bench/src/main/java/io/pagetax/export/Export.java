package io.pagetax.export;

import io.pagetax.result.Run;

/** A run in another program's words. Implementations are stateless and registered in {@link Exports}. */
interface Export {

    /** The name of its file in the directory of a run. */
    String fileName();

    /**
     * What the file holds.
     *
     * @param run every character of whose texts can be seen, so that none of them begins a line or turns the text around
     */
    String render(Run run);
}
