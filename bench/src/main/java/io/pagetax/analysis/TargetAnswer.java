package io.pagetax.analysis;

import io.pagetax.analysis.SideBySide.Compared;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a run says of its targets against the first of them, in words. */
final class TargetAnswer {

    private static final int MOST_NAMED = 3;
    private static final double PERCENT = 100;

    private static final Comparator<Compared> BY_RATIO =
            Comparator.comparingDouble(cell -> cell.comparison().ratio().median());

    private final SideBySide sides;

    private TargetAnswer(SideBySide sides) {
        this.sides = sides;
    }

    /** One for each target but the first. */
    static List<String> sentences(SideBySide sides) {
        TargetAnswer answer = new TargetAnswer(sides);
        return sides.others().stream().flatMap(answer::sentence).toList();
    }

    /** Nothing of runs from a time when targets were not compared. */
    private Stream<String> sentence(String target) {
        String start = target + " against " + sides.baseline() + ": ";
        List<Compared> cells = sides.compared(target);
        if (cells.isEmpty()) {
            return hasTrustedPair(target)
                    ? Stream.empty()
                    : Stream.of(start + "no statement is possible, since no cell is verified on both.");
        }
        int rounds = cells.stream()
                .mapToInt(cell -> cell.comparison().rounds())
                .max()
                .orElse(0);
        return Stream.of(start
                + (cells.stream().allMatch(TargetAnswer::isOpen)
                        ? "no statement is possible from " + plural(rounds, "round") + ", 6 are needed."
                        : findings(cells)));
    }

    private boolean hasTrustedPair(String target) {
        return sides.lines().stream()
                .anyMatch(line -> line.sides().stream()
                        .filter(side ->
                                side.target().equals(target) || side.target().equals(sides.baseline()))
                        .map(SideBySide.Side::row)
                        .allMatch(row -> row != null && row.isTrusted()));
    }

    private String findings(List<Compared> cells) {
        List<Compared> faster = sorted(cells, cell -> isSignificant(cell) && isBelowOne(cell), BY_RATIO);
        List<Compared> slower = sorted(cells, cell -> isSignificant(cell) && !isBelowOne(cell), BY_RATIO.reversed());
        long open = cells.stream().filter(TargetAnswer::isOpen).count();
        long alike = cells.size() - faster.size() - slower.size() - open;
        List<String> parts = new ArrayList<>();
        if (!faster.isEmpty()) {
            parts.add(are(faster.size()) + " faster (" + named(faster) + ")");
        }
        if (!slower.isEmpty()) {
            parts.add(are(slower.size()) + " slower (" + named(slower) + ")");
        }
        if (alike > 0) {
            parts.add(
                    alike == cells.size()
                            ? "none shows a difference" + told()
                            : shows(alike) + " no difference" + told());
        }
        if (open > 0) {
            parts.add(open + " with fewer than 6 rounds " + (open == 1 ? "stays" : "stay") + " open");
        }
        return "of " + plural(cells.size(), "cell") + " " + String.join(", ", parts) + " (Holm-corrected over "
                + plural(sides.tests(), "comparison") + ", paired within rounds).";
    }

    private static String told() {
        return String.format(
                Locale.ROOT, " of %.0f %% or more that could be told from noise", TargetRatios.THRESHOLD * PERCENT);
    }

    private static List<Compared> sorted(List<Compared> cells, Predicate<Compared> which, Comparator<Compared> order) {
        return cells.stream().filter(which).sorted(order).toList();
    }

    private static boolean isSignificant(Compared cell) {
        return Boolean.TRUE.equals(cell.comparison().significant());
    }

    private static boolean isOpen(Compared cell) {
        return cell.comparison().significant() == null;
    }

    private static boolean isBelowOne(Compared cell) {
        return cell.comparison().ratio().median() < 1;
    }

    /** The first of them, each with its change. */
    private static String named(List<Compared> cells) {
        String names = cells.stream()
                .limit(MOST_NAMED)
                .map(cell -> cell.cell() + " "
                        + Answer.percent(cell.comparison().ratio().median()))
                .collect(Collectors.joining(", "));
        return cells.size() > MOST_NAMED ? names + ", and " + (cells.size() - MOST_NAMED) + " more" : names;
    }

    private static String are(int count) {
        return count + (count == 1 ? " is" : " are");
    }

    private static String shows(long count) {
        return count + (count == 1 ? " shows" : " show");
    }

    private static String plural(long count, String word) {
        return count + " " + word + (count == 1 ? "" : "s");
    }
}
