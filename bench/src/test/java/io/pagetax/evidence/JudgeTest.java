package io.pagetax.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.pagetax.evidence.Verdict.Status;
import io.pagetax.workload.AccessPath;
import io.pagetax.workload.Blocks;
import io.pagetax.workload.CacheState;
import io.pagetax.workload.Company;
import io.pagetax.workload.Rw;
import io.pagetax.workload.Workload;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class JudgeTest {

    private static final String UNCACHED = "uncached";
    private static final long PAGES = EvidenceSamples.FILE_PAGES;
    private static final long REQUESTED = EvidenceSamples.REQUESTED;

    static Stream<Workload> allWorkloads() {
        return Stream.of(Rw.values())
                .flatMap(rw -> Stream.of(AccessPath.values())
                        .filter(path -> path.writes() || !rw.isWrite())
                        .flatMap(path -> statesOf(rw, path).map(cache -> claim(rw, path, cache))));
    }

    private static Stream<String> statesOf(Rw rw, AccessPath path) {
        Stream<String> each = Stream.of(UNCACHED, "mixed:10", "mixed:50", "mixed:99", "cached", "stray", "dirty:50");
        return each.filter(state -> claim(rw, path, state).problems().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("allWorkloads")
    void verifiesWhatBearsItsNameOut(Workload claim) {
        Verdict verdict = judge(claim, EvidenceSamples.bearingOut(claim).build());
        assertThat(verdict).isEqualTo(new Verdict(Status.VERIFIED, List.of(), List.of()));
    }

    @ParameterizedTest
    @MethodSource("allWorkloads")
    void cannotVerifyWithoutTheResidentPages(Workload claim) {
        Verdict verdict = judge(
                claim,
                EvidenceSamples.bearingOut(claim)
                        .with("before", null)
                        .with("after", null)
                        .build());
        assertThat(verdict.status()).isEqualTo(Status.UNVERIFIABLE);
        assertThat(verdict.reasons()).hasSize(1).allMatch(reason -> reason.contains("resident"));
    }

    @ParameterizedTest
    @MethodSource("allWorkloads")
    void cannotVerifyWithoutTheBytesMoved(Workload claim) {
        Verdict verdict = judge(
                claim,
                EvidenceSamples.bearingOut(claim)
                        .with("read", null)
                        .with("written", null)
                        .build());
        assertThat(verdict.status()).isEqualTo(Status.UNVERIFIABLE);
        assertThat(verdict.reasons()).hasSize(1).allMatch(reason -> reason.contains("bytes"));
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            RW        | PATH      | CACHE    | FACT    | FOUND     | EXPECTED
            RANDREAD  | DIRECT    | uncached | before  | 1         | 0
            READ      | BUFFERED  | uncached | before  | 65536     | 0
            READ      | DONTCACHE | uncached | before  | 1         | 0
            READ      | MMAP      | uncached | before  | 9         | 0
            RANDWRITE | DIRECT    | uncached | before  | 1         | 0
            RANDREAD  | BUFFERED  | cached   | before  | 0         | 65536
            RANDREAD  | MMAP      | cached   | before  | 64225     | 65536
            RANDREAD  | BUFFERED  | mixed:50 | before  | 0         | 32768
            RANDREAD  | DIRECT    | mixed:50 | before  | 65536     | 32768
            RANDREAD  | DIRECT    | mixed:50 | before  | 33358     | 32768
            RANDREAD  | DIRECT    | mixed:50 | after   | 32000     | 32768
            RANDREAD  | DIRECT    | mixed:1  | before  | 700       | 655
            RANDREAD  | DIRECT    | stray    | before  | 0         | 1
            RANDREAD  | DIRECT    | stray    | after   | 0         | 1
            RANDREAD  | DIRECT    | stray    | after   | 2         | 1
            RANDREAD  | BUFFERED  | cached   | after   | 64225     | 65536
            RANDREAD  | MMAP      | cached   | after   | 0         | 65536
            RANDREAD  | DIRECT    | cached   | after   | 0         | 65536
            WRITE     | BUFFERED  | cached   | after   | 0         | 65536
            RANDREAD  | DIRECT    | uncached | after   | 25600     | 25600
            RANDREAD  | DONTCACHE | uncached | after   | 512       | 25600
            WRITE     | DIRECT    | uncached | after   | 999       | 25600
            RANDREAD  | DIRECT    | cached   | read    | 0         | 104857600
            READ      | DIRECT    | uncached | read    | 94371840  | 104857600
            RANDREAD  | DIRECT    | uncached | read    | 209715200 | 104857600
            RANDREAD  | BUFFERED  | uncached | read    | 0         | 104857600
            RANDREAD  | MMAP      | uncached | read    | 838860800 | 104857600
            RANDREAD  | DONTCACHE | uncached | read    | 52428800  | 104857600
            RANDREAD  | BUFFERED  | cached   | read    | 4194304   | 0
            RANDREAD  | BUFFERED  | mixed:50 | read    | 104857600 | 52428800
            RANDREAD  | MMAP      | mixed:50 | read    | 0         | 52428800
            READ      | BUFFERED  | uncached | read    | 209715200 | 104857600
            WRITE     | DIRECT    | uncached | written | 0         | 104857600
            RANDWRITE | BUFFERED  | cached   | written | 209715200 | 104857600
            RANDREAD  | DIRECT    | dirty:50 | dirtyBefore | 0     | 32768
            RANDREAD  | HYBRID_CACHESTAT | uncached | after | 512  | 25600
            RANDREAD  | HYBRID_CACHESTAT | stray    | after | 99   | 1
            RANDREAD  | HYBRID_CACHESTAT | cached   | read  | 1048576 | 0
            RANDREAD  | HYBRID_NOWAIT    | mixed:50 | read  | 104857600 | 52428800
            RANDREAD  | HYBRID_NOWAIT    | mixed:50 | after | 65536 | 32768
            """)
    void refutesWhatIsNotWhatItsNameSaysAndGivesBothNumbers(
            Rw rw, AccessPath path, String cache, String fact, long found, long expected) {
        Workload claim = claim(rw, path, cache);
        Verdict verdict =
                judge(claim, EvidenceSamples.bearingOut(claim).with(fact, found).build());
        assertThat(verdict.status()).isEqualTo(Status.REFUTED);
        assertThat(verdict.reasons())
                .singleElement()
                .satisfies(reason -> assertThat(reason)
                        .containsPattern("\\b" + found + "\\b")
                        .containsPattern("\\b" + expected + "\\b"));
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            RW       | PATH      | CACHE    | FACT   | FOUND
            RANDREAD | DIRECT    | mixed:50 | before | 33090
            RANDREAD | DIRECT    | mixed:50 | after  | 32446
            RANDREAD | DIRECT    | dirty:50 | dirtyAfter | 0
            RANDREAD | DIRECT    | dirty:50 | dirtyBefore | 32446
            RANDREAD | BUFFERED  | cached   | before | 64946
            RANDREAD | BUFFERED  | cached   | after  | 64946
            RANDREAD | DIRECT    | uncached | after  | 230
            RANDREAD | DONTCACHE | uncached | after  | 230
            WRITE    | DIRECT    | cached   | after  | 0
            RANDREAD | BUFFERED  | mixed:50 | read   | 48234496
            RANDREAD | BUFFERED  | cached   | read   | 69632
            READ     | BUFFERED  | uncached | read   | 113246208
            """)
    void letsPassWhatNoSampleCanAvoid(Rw rw, AccessPath path, String cache, String fact, long found) {
        Workload claim = claim(rw, path, cache);
        Verdict verdict =
                judge(claim, EvidenceSamples.bearingOut(claim).with(fact, found).build());
        assertThat(verdict).isEqualTo(new Verdict(Status.VERIFIED, List.of(), List.of()));
    }

    @Test
    void refutesDirtyPagesThatWereWrittenBackThoughNobodyReadThem() {
        Workload claim = claim(Rw.RANDREAD, AccessPath.DIRECT, UNCACHED).in(CacheState.dirty(50), Blocks.ABSENT);
        EvidenceSamples samples = EvidenceSamples.bearingOut(claim);
        assertThat(judge(claim, samples.build()).status()).isEqualTo(Status.VERIFIED);
        assertThat(judge(claim, samples.with("dirtyAfter", 32_000L).build()).reasons())
                .singleElement()
                .satisfies(reason -> assertThat(reason).contains("32000 pages dirty", "32768 expected"));
    }

    @Test
    void cannotVerifyDirtyPagesThatTheKernelDoesNotTellOf() {
        Workload claim = claim(Rw.RANDREAD, AccessPath.DIRECT, "dirty:50");
        Verdict verdict = judge(
                claim,
                EvidenceSamples.bearingOut(claim).with("dirtyBefore", null).build());
        assertThat(verdict.status()).isEqualTo(Status.UNVERIFIABLE);
    }

    /** The share of hits is that of the blocks that are visited, not that of the file. */
    @ParameterizedTest
    @CsvSource({
        "RESIDENT, 0, VERIFIED",
        "RESIDENT, 52428800, REFUTED",
        "ABSENT, 104857600, VERIFIED",
        "ABSENT, 52428800, REFUTED"
    })
    void expectsBytesOfTheBlocksThatAreVisited(Blocks blocks, long read, Status status) {
        Workload claim = claim(Rw.RANDREAD, AccessPath.BUFFERED, UNCACHED).in(CacheState.mixed(50), blocks);
        EvidenceSamples samples = EvidenceSamples.bearingOut(claim).with("read", read);
        assertThat(judge(claim, samples.build()).status()).isEqualTo(status);
    }

    @Test
    void believesCompanyOnlyIfItDidWhatItIsSaidToDo() {
        Workload claim = claim(Rw.RANDREAD, AccessPath.DIRECT, UNCACHED).beside(Company.parse("buffered:1"), 1);
        EvidenceSamples theirs = EvidenceSamples.bearingOut(claim.companion());
        SampleEvidence ours = EvidenceSamples.bearingOut(claim).build();
        assertThat(judge(claim, ours.beside(theirs.build())))
                .isEqualTo(new Verdict(Status.VERIFIED, List.of(), List.of()));
        assertThat(judge(claim, ours))
                .isEqualTo(new Verdict(
                        Status.UNVERIFIABLE, List.of("nothing was told of the threads beside: buffered:1"), List.of()));
        assertThat(judge(claim, ours.beside(theirs.with("read", 0L).build())).reasons())
                .singleElement()
                .satisfies(reason -> assertThat(reason).startsWith("beside, buffered:1: fewer bytes than asked for"));
        assertThat(judge(claim, ours.beside(theirs.with("before", 9L).build())).status())
                .isEqualTo(Status.REFUTED);
    }

    @Test
    void refutesCompanyThatDidNothing() {
        Workload claim = claim(Rw.RANDREAD, AccessPath.DIRECT, UNCACHED).beside(Company.parse("punch"), 1);
        SampleEvidence ours = EvidenceSamples.bearingOut(claim).build();
        assertThat(judge(claim, ours.beside(new SampleEvidence(Map.of(Quantity.OPERATIONS, 64L))))
                        .status())
                .isEqualTo(Status.VERIFIED);
        assertThat(judge(claim, ours.beside(new SampleEvidence(Map.of(Quantity.OPERATIONS, 0L))))
                        .reasons())
                .containsExactly("the threads beside did nothing: punch");
    }

    @Test
    void allowsForReadaheadAtTheEndOfEverySequentialPass() {
        Workload claim = claim(Rw.READ, AccessPath.BUFFERED, UNCACHED);
        EvidenceSamples samples = EvidenceSamples.bearingOut(claim).with("read", REQUESTED + (16 << 20));
        assertThat(judge(claim, samples.build()).status()).isEqualTo(Status.REFUTED);
        assertThat(judge(claim, samples.passes(2).build()).status()).isEqualTo(Status.VERIFIED);
    }

    /** 100 MiB are asked for in blocks of 512 bytes, of each of which the cache takes the page in. */
    @ParameterizedTest
    @CsvSource({
        "RANDREAD, BUFFERED, uncached, 838860800, VERIFIED",
        "RANDREAD, BUFFERED, uncached, 104857600, REFUTED",
        "RANDREAD, MMAP, mixed:50, 419430400, VERIFIED",
        "RANDREAD, DONTCACHE, uncached, 838860800, VERIFIED",
        "RANDREAD, DIRECT, uncached, 104857600, VERIFIED",
        "RANDREAD, DIRECT, uncached, 838860800, REFUTED",
        "RANDREAD, HYBRID_CACHESTAT, uncached, 104857600, VERIFIED",
        "READ, BUFFERED, uncached, 104857600, VERIFIED",
        "RANDREAD, BUFFERED, cached, 0, VERIFIED"
    })
    void expectsWholePagesOfBlocksThatAreSmaller(Rw rw, AccessPath path, String cache, long read, Status status) {
        Workload claim = new Workload(rw, path, CacheState.parse(cache), 512, PAGES * 4096, 1, 42);
        assertThat(judge(
                                claim,
                                EvidenceSamples.bearingOut(claim)
                                        .with("read", read)
                                        .build())
                        .status())
                .isEqualTo(status);
    }

    @Test
    void givesEveryReason() {
        Workload claim = claim(Rw.RANDREAD, AccessPath.DIRECT, UNCACHED);
        SampleEvidence evidence = EvidenceSamples.bearingOut(claim)
                .with("before", 5L)
                .with("after", 25_600L)
                .with("read", 0L)
                .build();
        assertThat(judge(claim, evidence).reasons()).hasSize(3);
    }

    @Test
    void refutesEvenIfAnotherWitnessIsSilent() {
        Workload claim = claim(Rw.RANDREAD, AccessPath.DIRECT, UNCACHED);
        SampleEvidence evidence = EvidenceSamples.bearingOut(claim)
                .with("before", null)
                .with("after", null)
                .with("read", 0L)
                .build();
        Verdict verdict = judge(claim, evidence);
        assertThat(verdict.status()).isEqualTo(Status.REFUTED);
        assertThat(verdict.reasons()).hasSize(2);
    }

    @Test
    void judgesARowByItsWorstSampleAndSaysWhichItWas() {
        Workload claim = claim(Rw.RANDREAD, AccessPath.BUFFERED, UNCACHED);
        SampleEvidence right = EvidenceSamples.bearingOut(claim).build();
        SampleEvidence silent =
                EvidenceSamples.bearingOut(claim).with("read", null).build();
        SampleEvidence wrong =
                EvidenceSamples.bearingOut(claim).with("before", 7L).build();
        assertThat(judge(claim, List.of(right, right))).isEqualTo(new Verdict(Status.VERIFIED, List.of(), List.of()));
        assertThat(judge(claim, List.of(right, silent)).status()).isEqualTo(Status.UNVERIFIABLE);
        Verdict worst = judge(claim, List.of(silent, right, wrong, right, wrong));
        assertThat(worst.status()).isEqualTo(Status.REFUTED);
        assertThat(worst.reasons())
                .singleElement()
                .satisfies(reason ->
                        assertThat(reason).startsWith("sample 3 of 5: ").contains("7 of 65536"));
    }

    @Test
    void bearsOneDisturbedSampleOfSeveralWithAWarningButNotMostOfThem() {
        Workload claim = claim(Rw.RANDREAD, AccessPath.DIRECT, UNCACHED);
        SampleEvidence quiet = withForeign(claim, 0);
        SampleEvidence disturbed = withForeign(claim, REQUESTED);
        assertThat(judge(claim, disturbed).status()).isEqualTo(Status.REFUTED);
        Verdict once = judge(claim, List.of(quiet, quiet, disturbed, quiet, quiet, quiet, quiet));
        assertThat(once.status()).isEqualTo(Status.VERIFIED);
        assertThat(once.warnings())
                .singleElement()
                .satisfies(warning -> assertThat(warning).startsWith("others used the disk: 13 %"));
        Verdict often = judge(claim, List.of(disturbed, quiet, disturbed));
        assertThat(often.status()).isEqualTo(Status.REFUTED);
        assertThat(often.reasons())
                .singleElement()
                .satisfies(reason -> assertThat(reason).startsWith("others used the disk: 40 %"));
    }

    private static SampleEvidence withForeign(Workload claim, long bytes) {
        return EvidenceSamples.bearingOut(claim)
                .build()
                .and(new SampleEvidence(Map.of(
                        Quantity.OWN_READ_BYTES,
                        REQUESTED,
                        Quantity.DISK_READ_BYTES,
                        REQUESTED + bytes,
                        Quantity.FOREIGN_READ_BYTES,
                        bytes,
                        Quantity.FOREIGN_WRITE_BYTES,
                        0L)));
    }

    private static Workload claim(Rw rw, AccessPath path, String cache) {
        return new Workload(rw, path, CacheState.parse(cache), 4096, PAGES * 4096, 1, 42);
    }

    private static Verdict judge(Workload claim, SampleEvidence evidence) {
        return Judge.judge(claim, evidence, EvidenceSamples.FILE);
    }

    private static Verdict judge(Workload claim, List<SampleEvidence> samples) {
        return Judge.judge(new RowExhibit(claim, List.of(), List.of(), 1 << 20), samples, EvidenceSamples.FILE);
    }
}
