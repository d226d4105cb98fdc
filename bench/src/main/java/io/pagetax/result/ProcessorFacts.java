package io.pagetax.result;

import org.jspecify.annotations.Nullable;

/**
 * The processors of the machine. Null: unknown, with the reason in {@link Environment#unknown()}.
 *
 * @param physicalCores of all sockets
 * @param logicalProcessors that are online
 * @param smt whether cores show as several processors
 * @param allowedProcessors where this process may run, such as {@code 0-3}
 * @param allowedNumaNodes from which it may take memory
 */
public record ProcessorFacts(
        @Nullable Integer sockets,
        @Nullable Integer physicalCores,
        @Nullable Integer logicalProcessors,
        @Nullable Boolean smt,
        @Nullable Integer numaNodes,
        @Nullable String allowedProcessors,
        @Nullable String allowedNumaNodes,
        Frequency frequency,
        Idle idle) {

    /** Of files that were written before there were such facts. */
    static final ProcessorFacts NOT_RECORDED = new ProcessorFacts(
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            new Frequency(null, null, null, null, null),
            new Idle(null, null, null, null));

    /**
     * How their frequency changes.
     *
     * @param governors of all processors, each once, separated by commas
     * @param turbo whether frequencies above the nominal one are allowed
     */
    public record Frequency(
            @Nullable String driver,
            @Nullable String governors,
            @Nullable Long minMhz,
            @Nullable Long maxMhz,
            @Nullable Boolean turbo) {}

    /**
     * How they sleep.
     *
     * @param states of the first processor, separated by commas
     * @param disabledStates those of them that are switched off; empty if none is
     * @param maxState the deepest that a parameter of the kernel allows
     */
    public record Idle(
            @Nullable String driver,
            @Nullable String states,
            @Nullable String disabledStates,
            @Nullable Long maxState) {}
}
