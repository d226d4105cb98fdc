import io.pagetax.evidence.EvidenceProfiler;
import io.pagetax.evidence.Source;

/**
 * {@code -prof pagecache}. JMH finds a profiler by its canonical name alone, so a short one has to be a class of that name, in no
 * package.
 */
public final class pagecache extends EvidenceProfiler {

    /** As JMH constructs it. */
    public pagecache() {
        super(Source.PAGECACHE);
    }
}
