package io.pagetax.result;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The published record of a run: {@code run.json}. Times are nanoseconds, sizes bytes, rates per second; what could not
 * be had is null.
 *
 * @param schemaVersion rises only when a reader would break
 * @param startedAt RFC 3339
 * @param endedAt RFC 3339
 * @param status {@code complete} or {@code partial}
 * @param command as it was typed
 * @param environment as it was before the first sample
 * @param environmentChanges what of it was different after the last one, though it ought to stay
 * @param breakEvens hit ratios from which on the cache pays
 * @param deviceLatencies what taxes come to on other devices
 * @param probes what the targets' file systems were found to do, if they were asked
 * @param sources the runs that it was merged from; empty if it was measured as it is
 * @param calibration of the harness, in this run; null if it failed, or if the run was stopped before
 */
public record Run(
        int schemaVersion,
        String id,
        String startedAt,
        String endedAt,
        String status,
        List<String> command,
        long seed,
        RunSettings settings,
        Environment environment,
        List<EnvironmentChange> environmentChanges,
        @Nullable Calibration calibration,
        List<Row> rows,
        List<Comparison> comparisons,
        List<BreakEven> breakEvens,
        List<DeviceLatency> deviceLatencies,
        List<ProbedTarget> probes,
        List<RunSource> sources,
        List<String> warnings) {

    /** Files that were written before they had a part lack it. */
    public Run {
        environmentChanges = environmentChanges == null ? List.of() : environmentChanges;
        breakEvens = breakEvens == null ? List.of() : breakEvens;
        deviceLatencies = deviceLatencies == null ? List.of() : deviceLatencies;
        probes = probes == null ? List.of() : probes;
        sources = sources == null ? List.of() : sources;
    }

    /** The version written here. */
    public static final int SCHEMA_VERSION = 1;

    /** {@link #status()} of a run that did all it was asked to do. */
    public static final String COMPLETE = "complete";

    /** {@link #status()} of a run that was stopped. */
    public static final String PARTIAL = "partial";

    /** The same run under another name. */
    public Run named(String name) {
        return new Run(
                schemaVersion,
                name,
                startedAt,
                endedAt,
                status,
                command,
                seed,
                settings,
                environment,
                environmentChanges,
                calibration,
                rows,
                comparisons,
                breakEvens,
                deviceLatencies,
                probes,
                sources,
                warnings);
    }

    /** Whether the harness was found to show what happened. */
    @JsonIgnore
    public boolean isCalibrated() {
        return calibration != null && calibration.isVerified();
    }
}
