package io.pagetax.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What goes on beside a sample is seen: each event here is caused. */
class ProcessWitnessTest {

    private ProcessWitness witness;

    @BeforeEach
    void askForEverything() throws IOException {
        witness = new ProcessWitness(Path.of(System.getProperty("user.dir")));
        EvidenceLedger.begin(EnumSet.allOf(Source.class));
        EvidenceLedger.publish(new SampleEvidence.Builder().build());
    }

    @AfterEach
    void close() throws IOException {
        witness.close();
        EvidenceLedger.begin(Set.of());
    }

    private SampleEvidence during(Event event) throws Exception {
        witness.startSample();
        event.run();
        witness.endSample();
        return EvidenceLedger.evidence().orElseThrow();
    }

    @Test
    void countsCollectionsAndTheTimeOfTheSample() throws Exception {
        SampleEvidence evidence = during(() -> {
            System.gc();
            System.gc();
        });
        assertThat(evidence.get(Quantity.COLLECTIONS)).isGreaterThanOrEqualTo(2);
        assertThat(evidence.get(Quantity.SAMPLE_NANOS)).isGreaterThan(evidence.require(Quantity.COLLECTION_NANOS));
    }

    @Test
    void noticesThatTheSleeperWasKeptFromWaking() throws Exception {
        SampleEvidence quiet = during(() -> Thread.sleep(100));
        assertThat(quiet.get(Quantity.LONGEST_HICCUP_NANOS)).isLessThanOrEqualTo(quiet.require(Quantity.SAMPLE_NANOS));
        // Collections of the whole heap stop every thread of the process.
        SampleEvidence stopped = during(() -> {
            long end = System.nanoTime() + Duration.ofMillis(300).toNanos();
            while (System.nanoTime() < end) {
                System.gc();
            }
        });
        assertThat(stopped.get(Quantity.HICCUP_NANOS)).isGreaterThan(10_000_000);
    }

    /** Lines of JDK 17 and of JDK 25. */
    @Test
    void addsUpTheTotalsOfTheSafepointLog() {
        SampleEvidence.Builder evidence = new SampleEvidence.Builder();
        SafepointMeter.report(
                "[71812345ns] Safepoint \"G1CollectForAllocation\", Time since last: 1212 ns, Reaching safepoint: 3 ns, "
                        + "At safepoint: 40 ns, Total: 43 ns\n"
                        + "[71812399ns] Safepoint \"ICBufferFull\", Time since last: 1 ns, Reaching safepoint: 2 ns, "
                        + "Cleanup: 3 ns, At safepoint: 4 ns, Leaving safepoint: 5 ns, Total:         57 ns, "
                        + "Threads: 1 runnable, 9 total\n",
                evidence);
        assertThat(evidence.build().get(Quantity.SAFEPOINTS)).isEqualTo(2);
        assertThat(evidence.build().get(Quantity.SAFEPOINT_NANOS)).isEqualTo(100);
    }

    /** Something to be noticed. */
    private interface Event {
        void run() throws Exception;
    }
}
