package io.pagetax.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class HitTellerTest {

    @ParameterizedTest
    @CsvSource({
        "NOWAIT, RANDREAD, BUFFERED, PSYNC, true",
        "NOWAIT, READ, BUFFERED, PVSYNC2, true",
        "NOWAIT, RANDREAD, BUFFERED, IO_URING, false",
        "NOWAIT, RANDREAD, BUFFERED, FILECHANNEL, false",
        "NOWAIT, RANDREAD, DIRECT, PSYNC, false",
        "NOWAIT, RANDREAD, DONTCACHE, PVSYNC2, false",
        "NOWAIT, RANDWRITE, BUFFERED, PSYNC, false",
        "CACHESTAT, RANDREAD, BUFFERED, PSYNC, true",
        "CACHESTAT, WRITE, BUFFERED, PSYNC, false",
        "CACHESTAT, RANDREAD, MMAP, MMAP, false",
        "FAULTS, RANDREAD, MMAP, MMAP, true",
        "FAULTS, READ, MMAP, MAPPEDBYTEBUFFER, true",
        "FAULTS, RANDREAD, BUFFERED, PSYNC, false",
        "NONE, RANDWRITE, DIRECT, IO_URING, true"
    })
    void fitsReadsOnItsPathOneAfterTheOther(HitTeller teller, Rw rw, AccessPath path, Ioengine engine, boolean fits) {
        Workload workload = workload(rw, path, engine).telling(teller);
        assertThat(teller.fits(workload)).isEqualTo(fits);
        assertThat(workload.problems().stream().anyMatch(text -> text.startsWith("--hits " + teller + ": takes reads")))
                .isNotEqualTo(fits);
    }

    @ParameterizedTest
    @EnumSource(HitTeller.class)
    void isFoundByItsWord(HitTeller teller) {
        assertThat(HitTeller.parse(teller.word())).isEqualTo(teller);
    }

    @Test
    void namesAllWordsIfOneIsUnknown() {
        assertThatThrownBy(() -> HitTeller.parse("guess"))
                .hasMessage("'guess' is not one of: none, nowait, cachestat, faults");
    }

    @Test
    void saysWhatItTakes() {
        assertThat(HitTeller.FAULTS.accepted())
                .isEqualTo("reads with --path mmap and --ioengine mmap, mappedbytebuffer");
    }

    @Test
    void makesCallsOfItsOwnSoThatTheBindingMatters() {
        Workload copies = workload(Rw.READ, AccessPath.MMAP, Ioengine.MMAP);
        assertThat(copies.usesBinding()).isFalse();
        assertThat(copies.telling(HitTeller.FAULTS).usesBinding()).isTrue();
    }

    @Test
    void staysWithAWorkloadThatIsIssuedInAnotherWay() {
        Workload told = workload(Rw.READ, AccessPath.BUFFERED, Ioengine.PSYNC).telling(HitTeller.CACHESTAT);
        assertThat(told.by(Ioengine.PVSYNC2, 1).hits()).isEqualTo(HitTeller.CACHESTAT);
        assertThat(told.on(AccessPath.MMAP, Ioengine.MMAP).hits()).isEqualTo(HitTeller.CACHESTAT);
    }

    private static Workload workload(Rw rw, AccessPath path, Ioengine engine) {
        return new Workload(rw, path, CacheState.UNCACHED, 4096, 256L << 20, 1, 42).by(engine, 1);
    }
}
