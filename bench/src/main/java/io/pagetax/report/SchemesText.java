package io.pagetax.report;

import io.pagetax.result.SchemeMatrix;
import io.pagetax.result.SchemeVerdicts;
import io.pagetax.result.SearchExtent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The verdicts on schemes, for a terminal. */
public final class SchemesText {

    private SchemesText() {}

    /** A line for each scheme, a column for each scenario; below, how far the search went. */
    public static String render(SchemeMatrix matrix) {
        List<String> scenarios = List.copyOf(matrix.scenarios().keySet());
        List<List<String>> lines = new ArrayList<>();
        List<String> head = new ArrayList<>(List.of("scheme"));
        head.addAll(scenarios);
        lines.add(head);
        for (SchemeVerdicts scheme : matrix.schemes()) {
            List<String> cells = new ArrayList<>(List.of(scheme.id()));
            scenarios.forEach(scenario -> cells.add(scheme.verdicts().getOrDefault(scenario, Units.NOT_AVAILABLE)));
            lines.add(cells);
        }
        return Columns.render(lines, head.size(), true) + extent(matrix);
    }

    private static String extent(SchemeMatrix matrix) {
        List<SearchExtent> all = matrix.schemes().stream()
                .flatMap(scheme -> scheme.explored().values().stream())
                .toList();
        long complete = all.stream().filter(SearchExtent::complete).count();
        int least = all.stream()
                .filter(extent -> !extent.complete())
                .map(SearchExtent::interleavings)
                .min(Comparator.naturalOrder())
                .orElse(0);
        int sum = all.stream().mapToInt(SearchExtent::interleavings).sum();
        return String.format(
                Locale.ROOT,
                "%n%d interleavings explored. 'ok' and 'coherent' hold for all interleavings in %d of %d cells, for those that "
                        + "were explored in the others; a bad verdict ends a search, which took %d there at least.%n",
                sum,
                complete,
                all.size(),
                least);
    }
}
