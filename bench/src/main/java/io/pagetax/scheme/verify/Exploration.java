package io.pagetax.scheme.verify;

/**
 * What was found by exploring a scenario under a scheme.
 *
 * @param verdict of all interleavings the worst
 * @param interleavings that were carried out
 * @param complete whether there are no others
 * @param steps of the interleaving that the verdict comes from, a line each: the task, what it does and to what, with tabs
 *     between them; empty if nothing goes wrong
 */
public record Exploration(Verdict verdict, int interleavings, boolean complete, String steps) {

    /** Of two variants of a scenario. */
    Exploration and(Exploration other) {
        boolean worse = other.verdict.compareTo(verdict) > 0;
        return new Exploration(
                worse ? other.verdict : verdict,
                interleavings + other.interleavings,
                complete && other.complete,
                worse ? other.steps : steps);
    }
}
