package io.pagetax.figure;

import java.util.List;

/**
 * A figure of a run.
 *
 * @param name of its file, without ending
 * @param title a few words
 * @param caption what is to be seen
 * @param variants at least one, the most telling first
 */
public record Drawing(String name, String title, String caption, List<Variant> variants) {

    /** The first variant as an SVG document of its own; drawn anew each time. */
    public String svg() {
        return LetsPlot.svg(variants.get(0).chart());
    }
}
