package io.pagetax.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An interleaving as a sequence diagram: a line of life for each task, then for each thing that they touch, an arrow for each
 * step. All numbers are pixels.
 *
 * @param lives the lines
 * @param steps the arrows, from top to bottom
 * @param width of the drawing
 * @param height of the drawing
 * @param bottom where the lines of life end
 */
record SequenceDiagram(List<Life> lives, List<Step> steps, int width, int height, int bottom) {

    private static final int COLUMN = 170;
    private static final int ROW = 26;
    private static final int TOP = 46;
    private static final int MARGIN = 90;
    private static final String WAITS = "waits for";

    /** A task, or what tasks touch. */
    record Life(String name, int x, boolean task) {}

    /**
     * What a task does to something.
     *
     * @param waits whether it sleeps from here on
     * @param labelX where the words stand
     */
    record Step(String does, int fromX, int toX, int y, int labelX, int labelY, boolean waits) {}

    /**
     * Draws it.
     *
     * @param trace a line a step: the task, what it does, and to what, with tabs between them
     */
    static SequenceDiagram of(String trace) {
        List<String[]> told = trace.lines().map(line -> line.split("\t", 3)).toList();
        Map<String, Life> lives = new LinkedHashMap<>();
        told.stream().map(step -> step[0]).sorted().distinct().forEach(task -> add(lives, task, true));
        told.forEach(step -> add(lives, step[2], false));
        List<Step> steps = new ArrayList<>();
        for (String[] step : told) {
            int from = lives.getOrDefault(step[0], new Life("", 0, true)).x();
            int to = lives.getOrDefault(step[2], new Life("", 0, false)).x();
            int y = TOP + ROW * (steps.size() + 1);
            steps.add(new Step(step[1], from, to, y, (from + to) / 2, y - 5, step[1].startsWith(WAITS)));
        }
        int bottom = TOP + ROW * (steps.size() + 1);
        return new SequenceDiagram(
                List.copyOf(lives.values()), steps, 2 * MARGIN + COLUMN * (lives.size() - 1), bottom + ROW, bottom);
    }

    private static void add(Map<String, Life> lives, String name, boolean task) {
        lives.computeIfAbsent(name, any -> new Life(any, MARGIN + COLUMN * lives.size(), task));
    }
}
