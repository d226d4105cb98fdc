package io.pagetax.report;

import io.pagetax.result.ProbeAnswer;
import io.pagetax.result.ProbeMatrix;
import io.pagetax.result.ProbedTarget;
import java.util.List;
import java.util.Optional;

/**
 * What file systems were found to do, for the page.
 *
 * @param heads one for each target
 */
record ProbesView(List<Head> heads, List<Line> lines) {

    /** A target. */
    record Head(String target, String filesystem) {}

    /** A question. */
    record Line(String id, String question, String source, List<Cell> cells) {}

    /** A target's answer. */
    record Cell(String target, String answer, String meaning, String detail) {}

    /** Empty if none was asked. */
    static Optional<ProbesView> of(List<ProbedTarget> targets) {
        return targets.isEmpty() ? Optional.empty() : Optional.of(of(new ProbeMatrix(targets)));
    }

    private static ProbesView of(ProbeMatrix matrix) {
        return new ProbesView(
                matrix.targets().stream()
                        .map(target -> new Head(
                                target.name(), target.filesystem() == null ? "" : String.valueOf(target.filesystem())))
                        .toList(),
                matrix.ids().stream().map(id -> line(matrix, id)).toList());
    }

    private static Line line(ProbeMatrix matrix, String id) {
        ProbeAnswer any = matrix.targets().stream()
                .flatMap(target -> target.probe(id).stream())
                .findFirst()
                .orElseThrow();
        return new Line(
                id,
                any.question(),
                any.source(),
                matrix.targets().stream().map(target -> cell(target, id)).toList());
    }

    private static Cell cell(ProbedTarget target, String id) {
        return target.probe(id)
                .map(probe -> new Cell(target.name(), probe.answer(), probe.meaning(), probe.detail()))
                .orElseGet(() -> new Cell(target.name(), Units.NOT_AVAILABLE, "", ""));
    }
}
