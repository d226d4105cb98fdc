package io.pagetax.result;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;

/**
 * Two runs against each other: what {@code pagetax diff --json} prints.
 *
 * @param schemaVersion rises only when a reader would break
 * @param a the baseline
 * @param b the run that is held against it
 * @param threshold the smallest change that is spoken of, as a share of 1
 * @param level how likely it may be that any cell is said to differ though none does
 * @param tests for whose number significance was corrected; of every cell at most two
 * @param scatter of single samples of a cell around their median, as a share of 1; of the cell in the middle
 * @param time what a change of the time per operation has to be
 * @param min what a change of the quickest operations has to be
 * @param differences of parameters and environment; what they are the cause of is not known
 * @param cells that both have, in the order of the baseline
 * @param onlyInA ids of rows that the other run lacks
 * @param onlyInB ids of rows that the baseline lacks
 * @param warnings why all of it is to be doubted
 */
public record RunDiff(
        int schemaVersion,
        Side a,
        Side b,
        double threshold,
        double level,
        int tests,
        double scatter,
        Bar time,
        Bar min,
        List<FactDifference> differences,
        List<CellDiff> cells,
        List<String> onlyInA,
        List<String> onlyInB,
        List<String> warnings) {

    /** The version written here. */
    public static final int SCHEMA_VERSION = 1;

    /**
     * How large a change has to be.
     *
     * @param threshold as a share of 1
     * @param commonRatio by which nine of ten cells moved at least, the same way, as on another day of the same machine;
     *     limited to half of what was asked for, and 1 if there is no such thing. No number is corrected by it, but a change has
     *     to be as large as the threshold without it, too
     */
    public record Bar(double threshold, double commonRatio) {

        /** Whether a ratio is far enough from 1. */
        public boolean isReachedBy(double ratio) {
            return Math.abs(ratio - 1) >= threshold && Math.abs(ratio / commonRatio - 1) >= threshold;
        }
    }

    /**
     * Which run it was.
     *
     * @param startedAt RFC 3339
     * @param status {@code complete} or {@code partial}
     */
    public record Side(String id, String startedAt, String status) {}

    /** Those cells of which a certain thing is said. */
    public List<CellDiff> cells(CellDiff.Verdict verdict) {
        return cells.stream().filter(cell -> cell.verdict() == verdict).toList();
    }

    /** How many cells are tested. */
    public int tested() {
        return (int) cells.stream().filter(cell -> cell.pValue() != null).count();
    }

    /** Whether any cell is significantly worse in the second run. */
    @JsonIgnore
    public boolean isWorse() {
        return !cells(CellDiff.Verdict.WORSE).isEmpty();
    }
}
