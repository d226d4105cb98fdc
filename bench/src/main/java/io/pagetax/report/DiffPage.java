package io.pagetax.report;

import io.pagetax.analysis.DiffAnswer;
import io.pagetax.figure.Drawing;
import io.pagetax.result.CellDiff;
import io.pagetax.result.Estimate;
import io.pagetax.result.RunDiff;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The page of two runs against each other: one file that needs nothing else. */
public final class DiffPage {

    private DiffPage() {}

    /** A cell, with the numbers by which the table is sorted; empty where there is none. */
    private record Line(
            CellDiffView cell,
            String timeA,
            String timeB,
            String change,
            String min,
            boolean timeDecided,
            boolean minDecided,
            String reasons) {

        static Line of(CellDiff cell) {
            Estimate a = cell.a().nsPerOp();
            Estimate b = cell.b().nsPerOp();
            CellDiff.Ratios ratios = cell.ratios();
            return new Line(
                    CellDiffView.of(cell),
                    a == null ? "" : Double.toString(a.median()),
                    b == null ? "" : Double.toString(b.median()),
                    ratios == null ? "" : Double.toString(ratios.nsPerOp().median()),
                    ratios == null || ratios.min() == null
                            ? ""
                            : Double.toString(ratios.min().median()),
                    CellDiff.BY_TIME.equals(cell.decidedBy()),
                    CellDiff.BY_MIN.equals(cell.decidedBy()),
                    String.join("; ", cell.reasons()));
        }
    }

    /** Renders it. Values are escaped by the template engine. */
    public static String render(RunDiff diff, List<Drawing> drawings) {
        Map<String, Object> view = new HashMap<>(Page.of(PageData.of(drawings)));
        view.put("diff", diff);
        view.put("a", DiffText.side(diff.a()));
        view.put("b", DiffText.side(diff.b()));
        view.put("worse", diff.isWorse());
        view.put("answers", DiffAnswer.sentences(diff));
        view.put("figures", Page.figures(drawings));
        view.put("percentiles", CellDiffView.PERCENTILES);
        view.put("lines", diff.cells().stream().map(Line::of).toList());
        view.put("brackets", CellDiffView.BRACKETS);
        view.put("rules", diff.tested() == 0 ? List.of() : List.of(DiffAnswer.rule(diff)));
        return Templates.render("diff.html", view);
    }
}
