package io.pagetax.result;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * What a row asked for, in fio's words.
 *
 * @param bs bytes per operation
 * @param size bytes of the file that were used
 * @param ioengine how operations were issued
 * @param binding by which they were issued; null for engines that issue none from Java: copies from a mapping, and the
 *     JDK's own ways
 * @param iodepth operations that each job kept in flight
 * @param readahead {@code off}, {@code default}, or {@code none} where the path has none
 * @param rateIops operations a second and job that were asked for; null: as fast as it goes
 * @param hits by what hits and misses were told apart, if that was an option
 * @param blocks which of the file's blocks were visited: {@code resident}, {@code absent}; null: all
 * @param beside what other threads did to the file meanwhile, whose operations are not in the row; null: nothing
 */
public record Params(
        String rw,
        int bs,
        String path,
        String cache,
        String ioengine,
        @Nullable String binding,
        int iodepth,
        int numjobs,
        @JsonProperty("rate_iops") @Nullable Long rateIops,
        long size,
        @JsonProperty("random_distribution") @Nullable String randomDistribution,
        String readahead,
        @Nullable String hits,
        @Nullable String blocks,
        @Nullable String beside) {}
