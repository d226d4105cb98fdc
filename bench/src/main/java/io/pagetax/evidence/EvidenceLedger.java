package io.pagetax.evidence;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where witnesses leave evidence for the profilers, since JMH constructs both and introduces neither to the other.
 * Thread-safe.
 */
public final class EvidenceLedger {

    private static final List<SampleEvidence> JOBS = new ArrayList<>();
    private static final Set<Source> ASKED = EnumSet.noneOf(Source.class);
    private static @Nullable SampleEvidence process;
    private static @Nullable SampleEvidence company;

    private EvidenceLedger() {}

    /** Leaves the evidence of one job's sample. */
    public static synchronized void publish(SampleEvidence evidence) {
        JOBS.add(evidence);
    }

    /** Leaves what the process and the machine did during the sample of all jobs. */
    static synchronized void publishProcess(SampleEvidence evidence) {
        process = evidence;
    }

    /** Leaves what threads beside the jobs did during their sample; nothing if there were none. */
    public static synchronized void publishCompany(List<SampleEvidence> threads) {
        company = threads.stream().reduce(SampleEvidence::plus).orElse(null);
    }

    /** Forgets what was left: an iteration begins, in which a profiler wants these sources. */
    static synchronized void begin(Set<Source> sources) {
        JOBS.clear();
        process = null;
        company = null;
        ASKED.addAll(sources);
    }

    /** The sources that profilers of this process have asked for. */
    static synchronized Set<Source> asked() {
        return EnumSet.copyOf(ASKED);
    }

    /** The evidence of all jobs, added up, and of the process; empty if no job left any since {@link #begin}. */
    static synchronized Optional<SampleEvidence> evidence() {
        SampleEvidence ofProcess = process;
        SampleEvidence ofCompany = company;
        return JOBS.stream()
                .reduce(SampleEvidence::plus)
                .map(jobs -> ofProcess == null ? jobs : jobs.and(ofProcess))
                .map(jobs -> ofCompany == null ? jobs : jobs.beside(ofCompany));
    }
}
