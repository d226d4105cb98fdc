package io.pagetax.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.pagetax.figure.Material;
import io.pagetax.result.Row;
import io.pagetax.result.Run;
import io.pagetax.result.Runs;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowWarningsTest {

    @Test
    void saysOnceWhatDiffersInItsNumbersOnly() {
        Run run = Runs.of(
                List.of(
                        warned("a", "sample 1 of 7: others used the disk: 4 % of the bytes"),
                        warned("b", "sample 3 of 7: others used the disk: 5.5 % of the bytes", "drift: -12 % over"),
                        warned("c")),
                List.of());
        assertThat(RowWarnings.of(run))
                .containsExactly("a and 1 more: others used the disk: 4 % of the bytes", "b: drift: -12 % over");
        assertThat(TextTable.render(run)).contains("warning: a and 1 more: others used the disk: 4 % of the bytes\n");
        assertThat(HtmlReport.render(PageContent.of(Material.of(run), List.of())))
                .contains("<p class=\"warn\">b: drift: -12 % over</p>");
    }

    @Test
    void saysNothingOfRowsWithoutAny() {
        Run run = Runs.of(List.of(warned("a")), List.of());
        assertThat(RowWarnings.of(run)).isEmpty();
        assertThat(TextTable.render(run)).doesNotContain("warning");
    }

    private static Row warned(String id, String... warnings) {
        return Runs.warned(Runs.verified(id, "direct", 80_000), List.of(warnings));
    }
}
