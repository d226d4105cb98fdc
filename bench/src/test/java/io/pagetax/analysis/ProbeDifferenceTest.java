package io.pagetax.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.pagetax.result.ProbeAnswer;
import io.pagetax.result.ProbeMatrix;
import io.pagetax.result.ProbedTarget;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProbeDifferenceTest {

    private static ProbeMatrix matrix(String target, String id, String answer) {
        ProbeAnswer probe = new ProbeAnswer(id, answer, "detail", "question?", "meaning", "source");
        return new ProbeMatrix(List.of(new ProbedTarget(target, "ext4", "6.18.0", "rw", List.of(probe))));
    }

    private static List<ProbeDifference> between(String before, String now) {
        return ProbeDifference.between(matrix("disk", "id", before), matrix("disk", "id", now));
    }

    @ParameterizedTest
    @CsvSource({
        "yes, yes",
        "completes:12, completes:900",
        "supported:5, supported:77",
        "window:1 of 400, window:300 of 4000",
        "parallel:1.31, parallel:1.99",
        "direct:4096 buffered:none mapped:none atomic:none, direct:none buffered:4096 mapped:4096 atomic:none",
    })
    void sameKind(String before, String now) {
        assertThat(between(before, now)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "yes, no",
        "yes, window:1 of 400",
        "completes:12, hangs",
        "completes:12, error:EFAULT",
        "refused:EINVAL, refused:EOPNOTSUPP",
        "partial:512, partial:4096",
        "parallel:1.5, serial:1.0",
        "512 works:512, 512 works:4096",
        "direct, buffered",
        "0, 12",
        "direct:4096 buffered:none mapped:none atomic:none, direct:4096 buffered:none mapped:none atomic:4096-65536",
    })
    void anotherKind(String before, String now) {
        assertThat(between(before, now)).containsExactly(new ProbeDifference("disk", "id", before, now));
    }

    @ParameterizedTest
    @CsvSource({
        "append-vs-direct-read, data+short, data+zeros+short, true",
        "append-vs-direct-read, data, data+short, true",
        "append-vs-direct-read, data+short, data+garbage, false",
        "hole-read-direct, zeros, short, false"
    })
    void whoWinsARaceIsNoDifference(String id, String before, String now, boolean same) {
        assertThat(ProbeDifference.between(matrix("disk", id, before), matrix("disk", id, now))
                        .isEmpty())
                .isEqualTo(same);
    }

    @Test
    void whatOnlyOneWasAskedIsNoDifference() {
        assertThat(ProbeDifference.between(matrix("disk", "old", "yes"), matrix("disk", "new", "no")))
                .isEmpty();
        assertThat(ProbeDifference.between(matrix("disk", "id", "yes"), matrix("other", "id", "no")))
                .isEmpty();
    }
}
