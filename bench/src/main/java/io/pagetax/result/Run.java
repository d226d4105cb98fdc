package io.pagetax.result;

import java.util.List;

/**
 * The published record of a run: {@code run.json}. Times are nanoseconds, sizes bytes, rates per second; what could not
 * be had is null.
 *
 * @param schemaVersion rises only when a reader would break
 * @param startedAt RFC 3339
 * @param endedAt RFC 3339
 * @param status {@code complete} or {@code partial}
 * @param command as it was typed
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
        List<Row> rows,
        List<Comparison> comparisons,
        List<String> warnings) {

    /** The version written here. */
    public static final int SCHEMA_VERSION = 1;

    /** {@link #status()} of a run that did all it was asked to do. */
    public static final String COMPLETE = "complete";

    /** {@link #status()} of a run that was stopped. */
    public static final String PARTIAL = "partial";
}
