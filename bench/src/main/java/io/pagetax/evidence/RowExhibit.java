package io.pagetax.evidence;

import io.pagetax.workload.Workload;
import java.util.List;

/**
 * What a rule may look at to judge a row as a whole.
 *
 * @param claim what the row's name says
 * @param nsPerOp of each sample, in the order of the rounds
 * @param intervalNsPerOp of each sample the mean times of its intervals, in order
 * @param operations of all samples
 */
public record RowExhibit(Workload claim, List<Double> nsPerOp, List<List<Double>> intervalNsPerOp, long operations) {}
