package io.pagetax.plan;

import java.io.PrintStream;
import java.util.Collection;
import java.util.Map;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.BenchmarkException;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.VerboseMode;

/** One JMH fork at a time. */
final class Forks {

    private Forks() {}

    /**
     * Runs the one benchmark that the options include.
     *
     * @param output where JMH's own words go
     * @throws SampleException if the fork failed
     */
    static RunResult run(Options options, PrintStream output) throws SampleException {
        try {
            Collection<RunResult> results =
                    new Runner(options, OutputFormatFactory.createFormatInstance(output, VerboseMode.NORMAL)).run();
            return results.iterator().next();
        } catch (RunnerException failed) {
            throw new SampleException(firstError(failed), failed);
        }
    }

    /** JMH wraps what a benchmark threw, and keeps it as a suppressed exception of the wrapper. */
    private static String firstError(RunnerException failed) {
        Throwable cause = failed;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (cause instanceof BenchmarkException && cause.getSuppressed().length > 0) {
            cause = cause.getSuppressed()[0];
        }
        String message = cause.getMessage();
        return message == null ? cause.toString() : message.strip();
    }

    /** A secondary result that the fork must have reported. */
    @SuppressWarnings("rawtypes") // as JMH declares it
    static double score(Map<String, Result> secondary, String label) {
        Result result = secondary.get(label);
        if (result == null) {
            throw new IllegalStateException("the fork reported no " + label);
        }
        return result.getScore();
    }
}
