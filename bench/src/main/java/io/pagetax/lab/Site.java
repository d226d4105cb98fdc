package io.pagetax.lab;

import io.pagetax.lab.StateFile.Entry;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Does steps and undoes them, and keeps the state file in front of what is done. <b>Not thread-safe.</b> */
final class Site {

    private final StateFile state;
    private final Commands commands;
    private int next;

    /**
     * For a lab.
     *
     * @param next number that no step had before
     */
    Site(StateFile state, Commands commands, int next) {
        this.state = state;
        this.commands = commands;
        this.next = next;
    }

    /** Does steps, each after it is written down. */
    void build(String owner, List<Step> steps) throws IOException {
        for (Step step : steps) {
            state.begin(new Entry(next, owner, step));
            next++;
            step.apply(commands);
        }
    }

    /**
     * Undoes steps, the last one first. Where one fails, what its file system rests on is left, and what is of others is
     * undone all the same.
     *
     * @param commands that go on though the user wants no more of what was begun
     * @return why what is left could not be undone; empty if nothing is left
     */
    static List<String> clear(List<Entry> entries, StateFile state, Commands commands, boolean sameBoot)
            throws IOException {
        List<String> failures = new ArrayList<>();
        Set<String> stuck = new HashSet<>();
        for (int index = entries.size() - 1; index >= 0; index--) {
            Entry entry = entries.get(index);
            // Every file system rests on what all share.
            boolean carries = stuck.contains(entry.owner()) || (entry.owner().isEmpty() && !stuck.isEmpty());
            if (!carries) {
                try {
                    entry.step().undo(commands, sameBoot);
                    state.undone(entry);
                } catch (IOException failed) {
                    stuck.add(entry.owner());
                    failures.add(failed.getMessage());
                }
            }
        }
        return failures;
    }
}
