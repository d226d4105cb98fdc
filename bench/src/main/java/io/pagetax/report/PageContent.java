package io.pagetax.report;

import io.pagetax.figure.Drawing;
import io.pagetax.figure.Material;
import io.pagetax.result.SchemeCosts;
import io.pagetax.result.SchemeMatrix;
import java.util.List;

/**
 * What the page of a run shows.
 *
 * @param drawings of the material
 * @param fioJob the same cells for fio; empty if there is none
 * @param downloads files of the run that the page holds
 * @param matrix what was found about schemes, if that lies with the run
 * @param costs the same
 */
public record PageContent(
        Material material,
        List<Drawing> drawings,
        String fioJob,
        Downloads downloads,
        SchemeMatrix matrix,
        SchemeCosts costs) {

    /** Of a run alone. */
    public static PageContent of(Material material, List<Drawing> drawings) {
        return new PageContent(material, drawings, "", Downloads.none(), SchemeMatrix.NONE, SchemeCosts.NONE);
    }
}
