package io.pagetax.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that say on how much of a file each cell is measured, how long and how often. */
abstract class SamplingOptions {

    private static final int MAX_ROUNDS = 1000;

    @Option(
            names = "--size",
            paramLabel = "SIZE",
            converter = Converters.Size.class,
            defaultValue = "256m",
            description = "Bytes of the file; default ${DEFAULT-VALUE}.")
    long sizeBytes;

    @Option(
            names = "--runtime",
            order = HelpOrder.TIMES,
            paramLabel = "TIME",
            converter = Converters.Time.class,
            description = "Recorded time of each sample; default from the profile.")
    @Nullable Duration runtime;

    @Option(
            names = {"--warmup", "--ramp_time"},
            order = HelpOrder.TIMES,
            paramLabel = "TIME",
            converter = Converters.Time.class,
            description = "Unrecorded time before each sample; default from the profile.")
    @Nullable Duration warmup;

    @Option(
            names = "--rounds",
            order = HelpOrder.TIMES,
            paramLabel = "N",
            description = "Samples of each cell; below 6 there is no interval for a median. Default from the profile.")
    @Nullable Integer rounds;

    @Option(
            names = "--randseed",
            order = HelpOrder.TIMES,
            paramLabel = "N",
            defaultValue = "42",
            description = "Seed of offsets, of the pages drawn and of the order of cells; default ${DEFAULT-VALUE}.")
    long seed;

    /** What is not given comes from here. */
    abstract SampleTimes defaults();

    final Duration runtime() {
        return runtime == null ? defaults().runtime() : runtime;
    }

    final Duration warmup() {
        return warmup == null ? defaults().warmup() : warmup;
    }

    final int rounds() {
        return rounds == null ? defaults().rounds() : rounds;
    }

    /** What is wrong, in sentences for a user. */
    List<String> problems() {
        List<String> problems = new ArrayList<>();
        if (rounds() < 1 || rounds() > MAX_ROUNDS) {
            problems.add("--rounds " + rounds() + ": not from 1 to " + MAX_ROUNDS);
        }
        if (runtime().toMillis() < 1) {
            problems.add("--runtime: at least 1ms");
        }
        return problems;
    }
}
