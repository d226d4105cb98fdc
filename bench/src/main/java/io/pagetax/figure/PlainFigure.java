package io.pagetax.figure;

import io.pagetax.result.Run;
import java.util.List;
import java.util.Optional;

/** A figure of a run's numbers that is drawn in one way. */
interface PlainFigure extends Figure {

    /** The drawing; empty if the run has too little for one. */
    Optional<Plot> plot(Run run);

    @Override
    default List<Variant> variants(Material material) {
        return plot(material.run()).map(plot -> new Variant("", plot.chart())).stream()
                .toList();
    }
}
