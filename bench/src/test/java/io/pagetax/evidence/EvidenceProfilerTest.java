package io.pagetax.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.profile.Profiler;
import org.openjdk.jmh.profile.ProfilerException;
import org.openjdk.jmh.profile.ProfilerFactory;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.runner.options.ProfilerConfig;

class EvidenceProfilerTest {

    private static final SampleEvidence COMPLETE =
            EvidenceSamples.of(3L, 65_536L, 32_768L, 32_770L, 40_000L, 25_600L, 1L << 52, (1L << 52) - 1, 0L);

    private static final List<Tuple> PER_OPERATION = List.of(
            tuple("cpu.userNsPerOp", "ns/op"),
            tuple("cpu.systemNsPerOp", "ns/op"),
            tuple("cpu.contextSwitchesPerOp", "#/op"));

    private final InternalProfiler profiler = new EvidenceProfiler();

    static Stream<SampleEvidence> evidence() {
        return Stream.of(
                COMPLETE,
                EvidenceSamples.of(1L, 1L, 0L, 0L, 0L, 0L, 0L, 0L, 0L),
                EvidenceSamples.of(1L, 65_536L, 0L, null, null, 64L, 4096L, 4096L, 0L),
                EvidenceSamples.of(1L, 65_536L, 0L, 0L, null, 64L, 4096L, null, 0L),
                EvidenceSamples.of(1L, 65_536L, 0L, 0L, 64L, 64L, 4096L, 4096L, null),
                EvidenceSamples.of(1L, 65_536L, 0L, null, null, 64L, 4096L, null, null));
    }

    @BeforeEach
    @AfterEach
    void emptyLedger() {
        EvidenceLedger.begin(Set.of());
    }

    @ParameterizedTest
    @MethodSource("evidence")
    void readsBackWhatItReportedAndWhatWasAbsentIsAbsent(SampleEvidence evidence) {
        EvidenceLedger.publish(evidence);
        assertThat(EvidenceProfiler.read(report())).contains(evidence);
    }

    @Test
    void addsUpTheEvidenceOfJobs() {
        EvidenceLedger.publish(EvidenceSamples.of(2L, 100L, 50L, 51L, 60L, 10L, 1000L, 500L, 1L));
        EvidenceLedger.publish(EvidenceSamples.of(3L, 101L, 50L, 50L, 61L, 20L, 2000L, 1000L, 2L));
        assertThat(EvidenceProfiler.read(report()))
                .contains(EvidenceSamples.of(5L, 201L, 100L, 101L, 121L, 30L, 3000L, 1500L, 3L));
    }

    @Test
    void keepsWhatOthersDidBesideTheJobsApart() {
        SampleEvidence ofOne = new SampleEvidence(Map.of(Quantity.OPERATIONS, 64L));
        SampleEvidence ofTwo = new SampleEvidence(Map.of(Quantity.OPERATIONS, 128L));
        EvidenceLedger.publish(COMPLETE);
        EvidenceLedger.publishCompany(List.of(ofOne, ofOne));
        assertThat(EvidenceProfiler.read(report())).contains(COMPLETE.beside(ofTwo));
        EvidenceLedger.begin(Set.of());
        EvidenceLedger.publish(COMPLETE);
        assertThat(EvidenceProfiler.read(report())).contains(COMPLETE);
    }

    @Test
    void knowsNothingOfASumIfOneJobDoesNotKnowItsPart() {
        EvidenceLedger.publish(EvidenceSamples.of(1L, 100L, 50L, 51L, 60L, 10L, 1000L, 500L, 1L));
        EvidenceLedger.publish(EvidenceSamples.of(1L, 100L, 50L, null, null, 10L, 1000L, null, null));
        assertThat(EvidenceProfiler.read(report()))
                .contains(EvidenceSamples.of(2L, 200L, 100L, null, null, 20L, 2000L, null, null));
    }

    @Test
    void reportsNothingIfNothingWasPublished() {
        assertThat(report()).isEmpty();
        assertThat(EvidenceProfiler.read(report())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Quantity.class,
            names = {"PASSES", "FILE_PAGES", "EXPECTED_PAGES_BEFORE", "LAST_PASS_PAGES", "OPERATIONS", "REQUESTED_BYTES"
            })
    @SuppressWarnings("rawtypes") // as JMH declares it
    void readsNothingFromAReportThatLacksWhatIsAlwaysKnown(Quantity quantity) {
        EvidenceLedger.publish(COMPLETE);
        Map<String, Result> report = report();
        assertThat(report.remove(quantity.label())).isNotNull();
        assertThat(EvidenceProfiler.read(report)).isEmpty();
    }

    @Test
    void forgetsWhatWasPublishedBeforeTheIteration() {
        EvidenceLedger.publish(COMPLETE);
        profiler.beforeIteration(null, null);
        assertThat(report()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Source.class)
    @SuppressWarnings("rawtypes") // as JMH declares it
    void oneSourceAloneReportsItsOwnNumbersWithTheirUnits(Source source) throws ProfilerException {
        EvidenceLedger.publish(everything());
        InternalProfiler alone =
                (InternalProfiler) ProfilerFactory.getProfilerOrException(new ProfilerConfig(source.word(), ""));
        assertThat(report(alone).values())
                .extracting(Result::getLabel, Result::getScoreUnit)
                .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                Stream.of(Quantity.values())
                                        .filter(quantity -> quantity.source() == source)
                                        .map(quantity -> tuple(quantity.label(), quantity.unit())),
                                PER_OPERATION.stream().filter(tuple -> source == Source.CPU))
                        .toList());
    }

    @Test
    void theJointProfilerReportsEverything() throws ProfilerException {
        EvidenceLedger.publish(everything());
        InternalProfiler joint =
                (InternalProfiler) ProfilerFactory.getProfilerOrException(new ProfilerConfig("evidence", ""));
        assertThat(report(joint)).hasSize(Quantity.values().length + PER_OPERATION.size());
        assertThat(EvidenceProfiler.read(report(joint))).contains(everything());
    }

    @ParameterizedTest
    @ValueSource(strings = {"pagecache", "device", "cpu", "faults", "jvm", "evidence", "latency"})
    void isListedByItsShortName(String word) {
        assertThat(ServiceLoader.load(Profiler.class))
                .filteredOn(profiler -> profiler.getClass().getCanonicalName().equals(word))
                .singleElement()
                .satisfies(profiler -> assertThat(profiler.getDescription()).isNotBlank());
    }

    private static SampleEvidence everything() {
        SampleEvidence.Builder evidence = new SampleEvidence.Builder();
        long value = 1;
        for (Quantity quantity : Quantity.values()) {
            evidence.put(quantity, value++);
        }
        return evidence.build();
    }

    @SuppressWarnings("rawtypes") // as JMH declares it
    private Map<String, Result> report() {
        return report(profiler);
    }

    @SuppressWarnings("rawtypes") // as JMH declares it
    private static Map<String, Result> report(InternalProfiler profiler) {
        Collection<? extends Result> results = profiler.afterIteration(null, null, null);
        Map<String, Result> report = new TreeMap<>();
        results.forEach(result -> report.put(result.getLabel(), result));
        return report;
    }
}
