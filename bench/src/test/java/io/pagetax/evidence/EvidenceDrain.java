package io.pagetax.evidence;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Takes what jobs left for the profiler. */
public final class EvidenceDrain {

    private EvidenceDrain() {}

    /** As if a profiler of every source were there. */
    public static void askForEverything() {
        EvidenceLedger.begin(EnumSet.allOf(Source.class));
    }

    /** The evidence of all jobs since the last call, added up. */
    public static Optional<SampleEvidence> drain() {
        Optional<SampleEvidence> evidence = EvidenceLedger.evidence();
        EvidenceLedger.begin(Set.of());
        return evidence;
    }
}
