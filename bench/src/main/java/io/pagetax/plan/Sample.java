package io.pagetax.plan;

import io.pagetax.evidence.SampleEvidence;
import io.pagetax.latency.HitMiss;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.results.RunResult;

/**
 * One measured sample, as it came out of its fork.
 *
 * @param iops operations per second, all jobs together
 * @param overflow operations beyond the histogram's range
 * @param evidence what the kernel said
 * @param intervals histograms of nanoseconds, with time stamps
 * @param jmh JMH's own result
 * @param beside by how much a thread beside the jobs woke late, and what collections of garbage took: histograms of
 *     nanoseconds, with time stamps and tags
 * @param hitMiss the same operations, hits and misses of the page cache apart; null if they were not told apart
 */
public record Sample(
        double iops,
        long overflow,
        SampleEvidence evidence,
        List<Histogram> intervals,
        RunResult jmh,
        List<Histogram> beside,
        @Nullable HitMiss hitMiss) {}
