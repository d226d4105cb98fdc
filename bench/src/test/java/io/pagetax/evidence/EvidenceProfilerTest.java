package io.pagetax.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.profile.Profiler;
import org.openjdk.jmh.results.Result;

class EvidenceProfilerTest {

    private static final SampleEvidence COMPLETE =
            new SampleEvidence(3, 65_536, 32_768, 32_770L, 40_000L, 25_600, 1L << 52, (1L << 52) - 1, 0L);

    private final InternalProfiler profiler = new EvidenceProfiler();

    static Stream<SampleEvidence> evidence() {
        return Stream.of(
                COMPLETE,
                new SampleEvidence(1, 1, 0, 0L, 0L, 0, 0, 0L, 0L),
                new SampleEvidence(1, 65_536, 0, null, null, 64, 4096, 4096L, 0L),
                new SampleEvidence(1, 65_536, 0, 0L, null, 64, 4096, null, 0L),
                new SampleEvidence(1, 65_536, 0, 0L, 64L, 64, 4096, 4096L, null),
                new SampleEvidence(1, 65_536, 0, null, null, 64, 4096, null, null));
    }

    @BeforeEach
    @AfterEach
    void emptyLedger() {
        EvidenceLedger.drain();
    }

    @ParameterizedTest
    @MethodSource("evidence")
    void readsBackWhatItReportedAndWhatWasAbsentIsAbsent(SampleEvidence evidence) {
        EvidenceLedger.publish(evidence);
        assertThat(EvidenceProfiler.read(report())).contains(evidence);
    }

    @Test
    void addsUpTheEvidenceOfJobs() {
        EvidenceLedger.publish(new SampleEvidence(2, 100, 50, 51L, 60L, 10, 1000, 500L, 1L));
        EvidenceLedger.publish(new SampleEvidence(3, 101, 50, 50L, 61L, 20, 2000, 1000L, 2L));
        assertThat(EvidenceProfiler.read(report()))
                .contains(new SampleEvidence(5, 201, 100, 101L, 121L, 30, 3000, 1500L, 3L));
    }

    @Test
    void knowsNothingOfASumIfOneJobDoesNotKnowItsPart() {
        EvidenceLedger.publish(new SampleEvidence(1, 100, 50, 51L, 60L, 10, 1000, 500L, 1L));
        EvidenceLedger.publish(new SampleEvidence(1, 100, 50, null, null, 10, 1000, null, null));
        assertThat(EvidenceProfiler.read(report()))
                .contains(new SampleEvidence(2, 200, 100, null, null, 20, 2000, null, null));
    }

    @Test
    void reportsNothingIfNothingWasPublished() {
        assertThat(report()).isEmpty();
        assertThat(EvidenceProfiler.read(report())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"passes", "filePages", "expectedPagesBefore", "lastPassPages", "requestedBytes"})
    @SuppressWarnings("rawtypes") // as JMH declares it
    void readsNothingFromAReportThatLacksWhatIsAlwaysKnown(String name) {
        EvidenceLedger.publish(COMPLETE);
        Map<String, Result> report = report();
        assertThat(report.remove("evidence." + name)).isNotNull();
        assertThat(EvidenceProfiler.read(report)).isEmpty();
    }

    @Test
    void forgetsWhatWasPublishedBeforeTheIteration() {
        EvidenceLedger.publish(COMPLETE);
        profiler.beforeIteration(null, null);
        assertThat(report()).isEmpty();
    }

    @Test
    void isFoundByJmh() {
        assertThat(ServiceLoader.load(Profiler.class)).anyMatch(EvidenceProfiler.class::isInstance);
        assertThat(profiler.getDescription()).isNotBlank();
    }

    @SuppressWarnings("rawtypes") // as JMH declares it
    private Map<String, Result> report() {
        Collection<? extends Result> results = profiler.afterIteration(null, null, null);
        Map<String, Result> report = new TreeMap<>();
        results.forEach(result -> report.put(result.getLabel(), result));
        return report;
    }
}
