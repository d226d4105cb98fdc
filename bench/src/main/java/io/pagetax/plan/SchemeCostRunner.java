package io.pagetax.plan;

import io.pagetax.jmh.SchemeCost;
import io.pagetax.jmh.SchemeStarvation;
import java.io.PrintStream;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs {@link SchemeCost} and {@link SchemeStarvation}, a fork at a time. */
public final class SchemeCostRunner {

    /** Threads that add pages beside the one that writes. */
    public static final int ADDERS = SchemeStarvation.ADDERS;

    private final String target;
    private final PrintStream jmhOutput;

    /**
     * Runs nothing yet.
     *
     * @param target folder for files on a device, or {@code auto}
     * @param jmhOutput where JMH's own words go
     */
    public SchemeCostRunner(String target, PrintStream jmhOutput) {
        this.target = target;
        this.jmhOutput = jmhOutput;
    }

    /**
     * Nanoseconds a transfer, of one thread.
     *
     * @param method of the benchmark
     * @throws SampleException if the fork failed
     */
    public double run(String method, String scheme, String device, String cache, String bs, int threads, String files)
            throws SampleException {
        return fork(SchemeCost.class.getName() + "." + method, scheme, device, cache, bs, threads, files)
                .getPrimaryResult()
                .getScore();
    }

    /**
     * The same of a direct write beside {@link #ADDERS} threads that add pages.
     *
     * @throws SampleException if the fork failed
     */
    public double runBesideAdders(String scheme, String device, String cache, String bs, String files)
            throws SampleException {
        RunResult result =
                fork(SchemeStarvation.class.getName() + ".besideAdders", scheme, device, cache, bs, 1 + ADDERS, files);
        return Forks.score(result.getSecondaryResults(), "write");
    }

    private RunResult fork(
            String benchmark, String scheme, String device, String cache, String bs, int threads, String files)
            throws SampleException {
        return Forks.run(
                new OptionsBuilder()
                        .include("^" + benchmark.replace(".", "\\.") + "$")
                        .param("scheme", scheme)
                        .param("device", device)
                        .param("target", target)
                        .param("cache", cache)
                        .param("bs", bs)
                        .param("files", files)
                        .threads(threads)
                        .shouldFailOnError(true)
                        .build(),
                jmhOutput);
    }
}
