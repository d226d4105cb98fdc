package io.pagetax.result;

import java.util.Map;

/**
 * What became of scenarios under a scheme. The keys are the ids of scenarios.
 *
 * @param id author and year, and the state of the file where that makes a difference
 * @param summary what the scheme does, in a few words
 * @param verdicts of all interleavings that were explored the worst
 * @param explored how many there were
 * @param trace the interleaving that shows a verdict other than ok and coherent, a line a step: the task, what it does and
 *     to what, with tabs between them
 */
public record SchemeVerdicts(
        String id,
        String summary,
        Map<String, String> verdicts,
        Map<String, SearchExtent> explored,
        Map<String, String> trace) {}
