package io.pagetax.scheme.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.pagetax.scheme.model.Journal;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Scenarios as the processors happen to carry them out, a few hundred times. */
@Timeout(30)
class ScenarioTest {

    private static final int TIMES = 100;

    private static Set<Verdict> verdicts(Subject subject, Scenario scenario) {
        Set<Verdict> seen = EnumSet.noneOf(Verdict.class);
        for (int variant = 0; variant < scenario.variants(); variant++) {
            for (int time = 0; time < TIMES; time++) {
                seen.add(scenario.run(new World(subject, new Journal()), variant));
            }
        }
        return seen;
    }

    static Stream<Arguments> ofOurs() {
        return Stream.of("pagetax-2026-empty", "pagetax-2026-cached")
                .flatMap(scheme -> Arrays.stream(Scenario.values()).map(scenario -> Arguments.of(scheme, scenario)));
    }

    @ParameterizedTest
    @MethodSource("ofOurs")
    void oursComesThroughAllOfThem(String scheme, Scenario scenario) {
        assertThat(verdicts(Subject.of(scheme), scenario)).containsExactly(Verdict.OK);
    }

    @ParameterizedTest
    @CsvSource({
        "hellwig-2020, S1",
        "hellwig-2020, S2",
        "hellwig-2020, S3",
        "hellwig-2020, S4_OTHER",
        "chinner-2015, S1",
        "chinner-2015, S2",
        "chinner-2015, C4",
        "overstreet-2018, S1",
        "overstreet-2018, S2",
        "overstreet-2023, S3W",
        "lutomirski-2019, S2",
        "lutomirski-2019, C1",
        "lutomirski-2019, C3",
        "lutomirski-2019-pinned, S1",
        "wilcox-2019-pinned-empty, S2",
        "axboe-2024, S1",
        "gruenbacher-2023, S4_SAME"
    })
    void whatIsKnownToWorkWorks(String scheme, Scenario scenario) {
        assertThat(verdicts(Subject.of(scheme), scenario)).containsExactly(Verdict.OK);
    }

    @Test
    void aWriteFromTheSamePageFailsWhereTheFaultMayNotComeIn() {
        assertThat(verdicts(Subject.of("overstreet-2023"), Scenario.S4_SAME)).containsExactly(Verdict.EFAULT);
    }

    /** The page that one removes behind its write is pinned by the other: its old contents may stay, and fsync says so. */
    @Test
    void crossedWritesOfTheStatusQuoEndButMayCollide() {
        assertThat(verdicts(Subject.of("hellwig-2020"), Scenario.S3W))
                .isSubsetOf(Verdict.OK, Verdict.EIO, Verdict.STALE);
    }

    @Test
    void withoutTrackingACachedPageStaysOld() {
        assertThat(Collections.max(verdicts(Subject.of("untracked"), Scenario.C1)))
                .isEqualTo(Verdict.STALE);
    }

    @Test
    void theJournalTellsTheStepsInOrder() {
        Journal journal = new Journal();
        Scenario.S1.run(new World(Subject.of("hellwig-2020"), journal), 0);
        assertThat(journal.text())
                .containsSubsequence(
                        "T1\ttakes shared\tA.i_rwsem\n",
                        "T1\tfaults on\tA[0]\n",
                        "T1\tinserts\tA[0]\n",
                        "T1\tpins\tA[0]\n",
                        "T1\treads from the device\tA[0]\n",
                        "T1\treleases\tA.i_rwsem\n");
    }
}
