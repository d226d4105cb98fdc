import io.pagetax.latency.LatencyProfiler;
import org.openjdk.jmh.profile.ProfilerException;

/**
 * {@code -prof latency}. JMH finds a profiler by its canonical name alone, so a short one has to be a class of that name,
 * in no package.
 */
public final class latency extends LatencyProfiler {

    /** As JMH constructs it; see {@link LatencyProfiler#LatencyProfiler(String)}. */
    public latency(String initLine) throws ProfilerException {
        super(initLine);
    }

    /** As JMH's service loader constructs it. */
    public latency() {}
}
