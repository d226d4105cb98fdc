package io.pagetax.figure;

import io.pagetax.result.Comparison;
import io.pagetax.result.Params;
import io.pagetax.result.Run;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What everything costs against a direct operation on a file of which nothing is cached. */
final class Taxes implements PlainFigure {

    private static final List<String> NAMES = List.of("tax.", "gain.", "control.");
    private static final int PIXELS_EACH = 24;

    @Override
    public String name() {
        return "taxes";
    }

    @Override
    public String title() {
        return "What it costs";
    }

    @Override
    public String caption() {
        return "Change of the time per operation against direct I/O on an uncached file, with 95 % intervals.";
    }

    @Override
    public Optional<Plot> plot(Run run) {
        Rows rows = new Rows(run);
        List<Comparison> shown = run.comparisons().stream()
                .filter(comparison -> NAMES.stream().anyMatch(comparison.name()::startsWith))
                .filter(comparison -> isFirst(rows.denominator(comparison).params(), rows))
                .toList();
        // The first word stands at the bottom of the axis.
        List<Mark> marks = IntStream.rangeClosed(1, shown.size())
                .mapToObj(fromTheEnd -> shown.get(shown.size() - fromTheEnd))
                .map(comparison -> Mark.change(
                        label(comparison, rows),
                        comparison.ratio(),
                        comparison.name().split("[.]", -1)[0],
                        rows.denominator(comparison).target()))
                .toList();
        double most = marks.stream().mapToDouble(Mark::hi).max().orElse(0);
        return marks.isEmpty()
                ? Optional.empty()
                : Optional.of(new Plot(new Axis("", Axis.Kind.WORDS), Axis.changes("change of the time, %", most))
                        .atTheSide(PIXELS_EACH)
                        .noDifference()
                        .points(marks));
    }

    private static boolean isFirst(Params direct, Rows rows) {
        return Rows.isSingle(direct) && rows.isLikeTheFirst(direct);
    }

    /** Its name and what of the numerator the name leaves open. */
    private static String label(Comparison comparison, Rows rows) {
        Params params = rows.numerator(comparison).params();
        String order = params.rw().startsWith("rand") ? "" : "sequential";
        String state = Stream.of("uncached", "stray", "cached").anyMatch(params.cache()::equals) ? "" : params.cache();
        String beside = params.beside() == null ? "" : "beside " + params.beside();
        return Stream.of(comparison.name(), order, state, beside)
                .filter(word -> !word.isEmpty())
                .reduce((left, right) -> left + " " + right)
                .orElseThrow();
    }
}
