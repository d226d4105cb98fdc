package io.pagetax.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.pagetax.analysis.ProbeDifference;
import io.pagetax.result.ProbeAnswer;
import io.pagetax.result.ProbeMatrix;
import io.pagetax.result.ProbedTarget;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProbeTextTest {

    private static ProbeAnswer answer(String id, String answer) {
        return new ProbeAnswer(id, answer, "seen twice", "Is it so?", "Mind it.", "open(2)");
    }

    private static final ProbedTarget DISK = new ProbedTarget(
            "disk",
            "ext4",
            "6.18.0",
            "rw,relatime",
            List.of(answer("dio-mem-align", "512 works:4"), answer("direct-read-is-direct", "direct")));
    private static final ProbedTarget MEMORY =
            new ProbedTarget("memory", null, null, null, List.of(answer("direct-read-is-direct", "buffered")));

    @Test
    void oneTargetIsAListWithMeanings() {
        assertThat(ProbeText.render(new ProbeMatrix(List.of(DISK)))).isEqualTo("""
                        disk: ext4, kernel 6.18.0, rw,relatime

                        dio-mem-align          512      Mind it.
                                               works:4
                        direct-read-is-direct  direct   Mind it.
                        """);
    }

    @Test
    void severalAreSideBySide() {
        assertThat(ProbeText.render(new ProbeMatrix(List.of(DISK, MEMORY)))).isEqualTo("""
                        disk: ext4, kernel 6.18.0, rw,relatime
                        memory: unknown file system, kernel unknown, mount options unknown

                        probe                  disk     memory
                        dio-mem-align          512      n/a
                                               works:4
                        direct-read-is-direct  direct   buffered
                        """);
    }

    @Test
    void namesDifferences() {
        assertThat(ProbeText.differences(List.of())).isEqualTo("As expected.\n");
        assertThat(ProbeText.differences(List.of(new ProbeDifference("disk", "o-dsync", "supported:3", "hangs"))))
                .isEqualTo("disk: o-dsync is hangs, expected supported:3\n");
    }
}
