package io.pagetax.campaign;

import io.pagetax.plan.Plan;
import io.pagetax.result.ProbedTarget;
import java.nio.file.Path;
import java.util.List;

/**
 * All that a run is asked for.
 *
 * @param targets where to measure; their names are those of the plan's cells
 * @param plan what to measure
 * @param sizeBytes of each data file
 * @param allowOverwrite whether existing files may be written to
 * @param keepFile whether scratch files stay
 * @param stopping when there have been rounds enough
 * @param out the run's directory, which does not exist yet or is empty
 * @param id of the run
 * @param anonymise whether the record hides the host's name and paths; then the paths here are absolute
 * @param command as it was typed, for the record
 * @param probes what the targets' file systems were found to do, if they were asked
 * @param warnings of what was asked for and will not be done as asked
 */
public record Request(
        List<TargetSpec> targets,
        Plan plan,
        long sizeBytes,
        boolean allowOverwrite,
        boolean keepFile,
        Stopping stopping,
        Path out,
        String id,
        boolean anonymise,
        List<String> command,
        List<ProbedTarget> probes,
        List<String> warnings) {}
