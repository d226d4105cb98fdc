package io.pagetax.plan;

import io.pagetax.jmh.SchemeCost;
import java.io.PrintStream;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs {@link SchemeCost}, a fork at a time. */
public final class SchemeCostRunner {

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
        return Forks.run(
                        new OptionsBuilder()
                                .include("^" + (SchemeCost.class.getName() + "." + method).replace(".", "\\.") + "$")
                                .param("scheme", scheme)
                                .param("device", device)
                                .param("target", target)
                                .param("cache", cache)
                                .param("bs", bs)
                                .param("files", files)
                                .threads(threads)
                                .shouldFailOnError(true)
                                .build(),
                        jmhOutput)
                .getPrimaryResult()
                .getScore();
    }
}
