package io.pagetax.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where jobs leave their evidence for {@link EvidenceProfiler}, since JMH constructs both and introduces neither to the
 * other. Thread-safe.
 */
public final class EvidenceLedger {

    private static final List<SampleEvidence> EVIDENCE = new ArrayList<>();

    private EvidenceLedger() {}

    /** Leaves the evidence of one job's sample. */
    public static synchronized void publish(SampleEvidence evidence) {
        EVIDENCE.add(evidence);
    }

    /** Takes the evidence of all jobs, added up; empty if none was left since the last call. */
    static synchronized Optional<SampleEvidence> drain() {
        Optional<SampleEvidence> all = EVIDENCE.stream().reduce(SampleEvidence::plus);
        EVIDENCE.clear();
        return all;
    }
}
