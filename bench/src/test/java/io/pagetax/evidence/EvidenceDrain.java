package io.pagetax.evidence;

import java.util.Optional;

/** Takes what jobs left for the profiler. */
public final class EvidenceDrain {

    private EvidenceDrain() {}

    /** The evidence of all jobs since the last call, added up. */
    public static Optional<SampleEvidence> drain() {
        return EvidenceLedger.drain();
    }
}
