package io.pagetax.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.pagetax.result.SchemeCostCell;
import io.pagetax.result.SchemeCostRow;
import io.pagetax.result.SchemeCosts;
import io.pagetax.result.SchemeMatrix;
import io.pagetax.result.SchemeVerdicts;
import io.pagetax.result.SearchExtent;
import io.pagetax.result.TransferCounts;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SchemesReportTest {

    private static final String TRACE = """
            T1\ttakes shared\tA.rwsem
            T1\tfaults on\tA[0]
            T1\twaits for\tA.rwsem
            """;

    private static final SchemeMatrix MATRIX = new SchemeMatrix(
            Map.of("S1", "A read into <itself>"),
            List.of(
                    new SchemeVerdicts(
                            "a-2019",
                            "a lock",
                            Map.of("S1", "deadlock"),
                            Map.of("S1", new SearchExtent(2, false)),
                            Map.of("S1", TRACE)),
                    new SchemeVerdicts(
                            "b-2020",
                            "no lock",
                            Map.of("S1", "ok"),
                            Map.of("S1", new SearchExtent(5, true)),
                            Map.of())));

    @Test
    void textHasALineForEachSchemeAndSaysHowFarTheSearchWent() {
        assertThat(SchemesText.render(MATRIX)).isEqualTo("""
                        scheme  S1
                        a-2019  deadlock
                        b-2020  ok

                        7 interleavings explored. 'ok' and 'coherent' hold for all interleavings in 1 of 2 cells, for those that \
                        were explored in the others; a bad verdict ends a search, which took 2 there at least.
                        """);
    }

    @Test
    void pageLinksABadVerdictToItsDiagram() {
        assertThat(SchemesReport.render(MATRIX, SchemeCosts.NONE))
                .contains(
                        "<a href=\"#a-2019.S1\">deadlock</a>",
                        "<h2 id=\"a-2019.S1\">a-2019, S1: deadlock</h2>",
                        "A read into &lt;itself&gt;",
                        "<small>all 5</small>")
                .doesNotContain("#b-2020.S1");
    }

    @Test
    void pageHasCostsAndWhatTheySayAboutTheThread() {
        SchemeCostCell uncached = new SchemeCostCell("read", "null", "uncached", "4k", 1, "one");
        SchemeCosts costs = new SchemeCosts(
                3,
                List.of(new SchemeCostRow(
                        "wilcox-2019", uncached, 21.3, 1.7, new TransferCounts(2, 0, 0, 0, 0, 0, 0, 0, 1))));
        SchemeMatrix matrix = new SchemeMatrix(
                Map.of("S1", ""),
                List.of(new SchemeVerdicts(
                        "wilcox-2019-empty", "", Map.of("S1", "deadlock"), Map.of(), Map.of("S1", TRACE))));

        assertThat(SchemesReport.render(matrix, costs))
                .contains(
                        "<summary>read 4k, uncached, 1 thread, null</summary>",
                        "<td>wilcox-2019</td><td>21.3</td><td>x 1.70</td><td>2</td>",
                        "<li>wilcox-2019, read 4k, uncached, 1 thread, null: 21 ns, 1.70 times the control</li>",
                        "<li class=\"bad\"><a href=\"#wilcox-2019-empty.S1\">wilcox-2019-empty, S1: deadlock</a></li>")
                .doesNotContain("Lutomirski");
        assertThat(SchemesReport.render(SchemeMatrix.NONE, costs))
                .contains("<h3>Device: null</h3>", "<td>21 ns<small>\u00d7 1.70</small></td>")
                .doesNotContain("<h2>Verdicts");
    }

    @Test
    void diagramHasALifeForTasksFirstAndAnArrowForEachStep() {
        SequenceDiagram diagram = SequenceDiagram.of(TRACE);

        assertThat(diagram.lives()).extracting(SequenceDiagram.Life::name).containsExactly("T1", "A.rwsem", "A[0]");
        assertThat(diagram.steps()).hasSize(3);
        SequenceDiagram.Step last = diagram.steps().get(2);
        assertThat(last.waits()).isTrue();
        assertThat(last.fromX()).isEqualTo(diagram.lives().get(0).x());
        assertThat(last.toX()).isEqualTo(diagram.lives().get(1).x());
        assertThat(last.y()).isGreaterThan(diagram.steps().get(1).y()).isLessThan(diagram.bottom());
    }

    @Test
    void costsAreATableForEachThingDone() {
        SchemeCostCell cell = new SchemeCostCell("read", "null", "uncached", "4k", 1, "one");
        SchemeCosts costs = new SchemeCosts(
                3,
                List.of(new SchemeCostRow(
                        "a-2019", cell, 24.44, 2.005, new TransferCounts(2, 0, 0, 1, 3, 4, 5, 0, 6))));

        assertThat(SchemeCostsText.render(costs)).startsWith("""
                        read 4k, uncached, 1 thread, null
                        scheme    ns  over control  lock RMW  own stores  page RMW  tree lock  nodes  entries  copies  device
                        a-2019  24.4        x 2.01         2           0         0          1      3        4       5       6
                        """).contains("medians of 3 rounds");
    }
}
