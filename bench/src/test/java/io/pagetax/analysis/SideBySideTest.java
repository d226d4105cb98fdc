package io.pagetax.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.pagetax.analysis.SideBySide.Compared;
import io.pagetax.analysis.SideBySide.Line;
import io.pagetax.analysis.SideBySide.Side;
import io.pagetax.result.Comparison;
import io.pagetax.result.Row;
import io.pagetax.result.Run;
import io.pagetax.result.Runs;
import io.pagetax.result.TargetRuns;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SideBySideTest {

    private static final Run RUN = TargetRuns.of(List.of("ext4", "xfs"));
    private static final Comparison FASTER = TargetRuns.comparison("xfs", "ext4", "direct", 0.8, true);
    private static final Comparison FEW = TargetRuns.comparison("xfs", "ext4", "mmap", 0.8, null);

    private static SideBySide of(Run run) {
        return SideBySide.of(run).orElseThrow();
    }

    @Test
    void hasALineForEachCellAndASideForEachTarget() {
        SideBySide sides = of(TargetRuns.with(RUN, RUN.rows(), List.of(FASTER, FEW)));
        assertThat(sides.baseline()).isEqualTo("ext4");
        assertThat(sides.others()).containsExactly("xfs");
        assertThat(sides.lines())
                .extracting(Line::cell)
                .containsExactly(
                        "randread-4k-direct-uncached", "randread-4k-buffered-uncached", "randread-4k-mmap-uncached");
        assertThat(sides.lines().get(0).sides())
                .containsExactly(
                        new Side("ext4", RUN.rows().get(0), null),
                        new Side("xfs", RUN.rows().get(3), FASTER));
        assertThat(sides.compared("xfs"))
                .containsExactly(
                        new Compared("randread-4k-direct-uncached", FASTER),
                        new Compared("randread-4k-mmap-uncached", FEW));
        assertThat(sides.tests()).isEqualTo(1);
    }

    /** It has the same parameters, under another name. */
    @Test
    void showsNoControl() {
        Row again = TargetRuns.on("ext4", Runs.verified(RUN.rows().get(0).id() + "-again", "direct", 90_000));
        List<Row> rows = new ArrayList<>(RUN.rows());
        rows.add(1, again);
        assertThat(of(TargetRuns.with(RUN, rows, List.of())).lines().get(0).sides())
                .extracting(Side::row)
                .doesNotContain(again);
    }

    @Test
    void leavesRoomWhereATargetHasNoSuchCell() {
        List<Row> rows =
                new ArrayList<>(TargetRuns.of(List.of("ext4", "xfs", "btrfs")).rows());
        rows.remove(0);
        rows.remove(rows.size() - 1);
        List<Line> lines = of(Runs.of(rows, List.of())).lines();
        assertThat(lines).allSatisfy(line -> assertThat(line.sides()).hasSize(3));
        assertThat(lines).filteredOn(line -> line.sides().get(0).row() == null).hasSize(1);
        assertThat(lines).filteredOn(line -> line.sides().get(2).row() == null).hasSize(1);
    }

    @Test
    void isNothingForOneTargetOrCellsThatNoTwoHave() {
        assertThat(SideBySide.of(Runs.ofEveryKind())).isEmpty();
        assertThat(SideBySide.of(Runs.of(List.of(), List.of()))).isEmpty();
        assertThat(SideBySide.of(Runs.of(
                        List.of(TargetRuns.row("a", "direct", 1e4), TargetRuns.row("b", "mmap", 1e4)), List.of())))
                .isEmpty();
    }
}
