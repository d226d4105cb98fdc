import io.pagetax.evidence.EvidenceProfiler;

/**
 * {@code -prof evidence}: the evidence of all sources. JMH finds a profiler by its canonical name alone, so a short one
 * has to be a class of that name, in no package.
 */
public final class evidence extends EvidenceProfiler {

    /** As JMH constructs it. */
    public evidence() {}
}
