package io.pagetax.cli;

import io.pagetax.workload.AccessPath;
import io.pagetax.workload.CacheState;
import io.pagetax.workload.Rw;
import io.pagetax.workload.Workload;
import java.util.List;
import picocli.CommandLine.Option;

/** Options that say what {@code compare} measures. What is not given comes from the profile. */
final class CompareOptions extends SamplingOptions {

    @Option(
            names = "--bs",
            paramLabel = "SIZE",
            converter = Converters.Size.class,
            defaultValue = "4k",
            description = "Bytes per operation; default ${DEFAULT-VALUE}.")
    long blockSize;

    @Option(
            names = "--profile",
            order = HelpOrder.PROFILE,
            paramLabel = "quick|standard|full",
            description =
                    "quick: a dozen cells, three minutes for each target; standard: the cells of 'tax' and of 'run "
                            + "--profile standard'; full: those of longer, and every share of cached pages. Default "
                            + "${DEFAULT-VALUE}.",
            defaultValue = "quick",
            converter = CompareProfile.Words.class)
    CompareProfile profile = CompareProfile.QUICK;

    @Option(
            names = "--probe",
            arity = "0..1",
            paramLabel = "BOOL",
            fallbackValue = "true",
            defaultValue = "true",
            description = "First ask the file systems what they do, as 'pagetax probe' does, for the report; default "
                    + "${DEFAULT-VALUE}.")
    boolean probe;

    /** What the others depart from. */
    Workload base() {
        int bytes = (int) Math.min(blockSize, Integer.MAX_VALUE);
        return new Workload(Rw.RANDREAD, AccessPath.DIRECT, CacheState.UNCACHED, bytes, sizeBytes, 1, seed);
    }

    @Override
    SampleTimes defaults() {
        return profile;
    }

    @Override
    List<String> problems() {
        List<String> problems = super.problems();
        problems.addAll(base().problems());
        return problems;
    }
}
