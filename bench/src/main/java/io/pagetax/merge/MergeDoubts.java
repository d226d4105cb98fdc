package io.pagetax.merge;

import io.pagetax.analysis.RunDifferences;
import io.pagetax.result.FactDifference;
import io.pagetax.result.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What is to be known of a run that was made of several. */
final class MergeDoubts {

    private static final Pattern TARGET = Pattern.compile("targets\\.[^.]+");

    private final List<Run> runs;

    MergeDoubts(List<Run> runs) {
        this.runs = runs;
    }

    /** In what each differs from the first, and what each warned of itself. */
    List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        Run first = runs.get(0);
        for (Run run : runs.subList(1, runs.size())) {
            for (FactDifference difference : RunDifferences.between(first, run)) {
                if (TARGET.matcher(difference.what()).matches()) {
                    // Whoever merges runs of different targets knows that.
                    continue;
                }
                warnings.add(difference.what() + " is " + shown(difference.a()) + " in " + first.id() + " and "
                        + shown(difference.b()) + " in " + run.id());
            }
        }
        for (Run run : runs) {
            run.warnings().forEach(warning -> warnings.add(run.id() + ": " + warning));
        }
        return List.copyOf(warnings);
    }

    private static String shown(@Nullable String value) {
        return value == null ? "unknown" : value;
    }
}
