package io.pagetax.result;

/**
 * How long and how often was measured.
 *
 * @param rounds asked for
 * @param warmupMs unrecorded time before each sample
 * @param runtimeMs recorded time of each sample
 */
public record RunSettings(int rounds, long warmupMs, long runtimeMs) {}
