package io.pagetax.result;

/**
 * What transfers cost under a scheme.
 *
 * @param cell what was done
 * @param nanos of a transfer, of one thread: the median of the rounds
 * @param timesControl the same over that of the control in the same round: the median of these ratios
 * @param counts of one transfer with nobody else there
 */
public record SchemeCostRow(String id, SchemeCostCell cell, double nanos, double timesControl, TransferCounts counts) {}
