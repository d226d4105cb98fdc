package io.pagetax.analysis;

import java.util.Arrays;

/** By what all cells moved from one run to the other, as on another day of the same machine. */
final class CommonMove {

    /** Cells from which on they can be said to have moved together. */
    private static final int LEAST = 6;

    /** A cell that something really happened to need not have moved with the others. */
    private static final double LEFT_OUT = 0.1;

    private CommonMove() {}

    /**
     * The factor that nine of ten cells moved by at least, all the same way; 1 if there is no such thing.
     *
     * @param ratios of the cells
     * @param most as a share of 1; what is beyond it is not taken for another day
     */
    static double factor(double[] ratios, double most) {
        if (ratios.length < LEAST) {
            return 1;
        }
        double[] sorted = ratios.clone();
        Arrays.sort(sorted);
        int skip = (int) (sorted.length * LEFT_OUT);
        double up = Math.min(sorted[skip], 1 + most);
        double down = Math.max(sorted[sorted.length - 1 - skip], 1 / (1 + most));
        return up > 1 ? up : Math.min(1, down);
    }
}
