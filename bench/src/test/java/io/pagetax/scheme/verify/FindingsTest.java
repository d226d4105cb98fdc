package io.pagetax.scheme.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.pagetax.scheme.model.AddressSpace;
import io.pagetax.scheme.model.Journal;
import io.pagetax.scheme.model.Task;
import org.junit.jupiter.api.Test;

class FindingsTest {

    private final Findings findings = new Findings();
    private final Journal journal = findings.begin();
    private final Task task = new Task("T1", 1, new AddressSpace(), journal);

    @Test
    void keepsTheStepsOfTheWorst() {
        task.tells("sees", "the window");
        findings.end(Verdict.WINDOW);
        Task later = new Task("T1", 1, new AddressSpace(), findings.begin());
        later.tells("sees", "what is old");
        findings.end(Verdict.STALE);
        findings.begin();
        findings.end(Verdict.OK);

        assertThat(findings.verdict()).isEqualTo(Verdict.STALE);
        assertThat(findings.interleavings()).isEqualTo(3);
        assertThat(findings.steps()).isEqualTo("T1\tsees\twhat is old\n");
    }

    @Test
    void roundsOfStepsAreSeenAlsoInTheMiddleOfOne() {
        task.tells("begins", "something");
        for (int round = 0; round < 5; round++) {
            assertThat(findings.goesRound()).isFalse();
            task.tells("locks", "A[0]");
            task.tells("unlocks", "A[0]");
        }
        assertThat(findings.goesRound()).isTrue();
        task.tells("locks", "A[0]");
        assertThat(findings.goesRound()).isTrue();
    }

    @Test
    void whatOthersDoMeanwhileDoesNotHideARound() {
        Task other = new Task("T2", 2, new AddressSpace(), journal);
        for (int round = 0; round < 5; round++) {
            task.tells("locks", "A[0]");
            other.tells("step", Integer.toString(round));
            task.tells("unlocks", "A[0]");
        }
        assertThat(findings.goesRound()).isTrue();
    }

    @Test
    void aLoopThatNobodyTellsOfIsNoRound() {
        task.tells("takes", "A.i_rwsem");
        task.tells("locks", "A[0]");
        assertThat(findings.goesRound()).isFalse();
    }
}
