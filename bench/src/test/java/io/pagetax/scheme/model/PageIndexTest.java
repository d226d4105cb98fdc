package io.pagetax.scheme.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.pagetax.scheme.model.PageIndex.Mark;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageIndexTest {

    private final Task task = new Task(1);
    private final PageIndex index = new PageIndex();
    private final Frames frames = new Frames(0, 8192);

    private Page page() {
        return frames.allocate(task);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "63, 1", "64, 2", "4095, 2", "4096, 3", "262143, 3", "262144, 4", "16777216, 5"})
    void aLoneEntryNeedsAsManyNodesAsItsIndexIsLong(long at, int nodes) {
        index.insert(task, at, page());
        assertThat(task.counts().tally().nodes()).isEqualTo(nodes);
        index.remove(task, at);
        assertThat(index.isEmpty()).isTrue();
    }

    @Test
    void anEntryThatIsThereStays() {
        Page first = page();
        assertThat(index.insert(task, 70, first)).isNull();
        assertThat(index.insert(task, 70, page())).isSameAs(first);
        assertThat(index.load(70)).isSameAs(first);
        assertThat(index.pages()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void isAMap(long seed) {
        Random random = new Random(seed);
        NavigableMap<Long, Page> expected = new TreeMap<>();
        NavigableSet<Long> dirty = new TreeSet<>();
        int[] spans = {2, 70, 5000, 300_000};
        for (int step = 0; step < 4000; step++) {
            long at = random.nextInt(spans[random.nextInt(spans.length)]);
            change(random.nextInt(4), at, expected, dirty);
            assertThat(index.load(at)).isSameAs(expected.get(at));
            Long next = expected.ceilingKey(at);
            requireSpan(index.absentFrom(at), next == null ? Long.MAX_VALUE : next - at);
            Long nextDirty = dirty.ceiling(at);
            requireSpan(index.unmarkedFrom(at, Mark.DIRTY), nextDirty == null ? Long.MAX_VALUE : nextDirty - at);
        }
        assertThat(index.pages()).isEqualTo(expected.size());
        List.copyOf(expected.keySet()).forEach(at -> index.remove(task, at));
        assertThat(index.isEmpty()).isTrue();
        assertThat(index.pages()).isZero();
    }

    private void change(int what, long at, NavigableMap<Long, Page> expected, NavigableSet<Long> dirty) {
        if (what == 0 && expected.remove(at) != null) {
            index.remove(task, at);
            dirty.remove(at);
        } else if (what == 1 && expected.containsKey(at)) {
            index.mark(task, at, Mark.DIRTY);
            dirty.add(at);
        } else if (what == 2 && dirty.remove(at)) {
            index.unmark(task, at, Mark.DIRTY, null);
        } else if (what == 3 && expected.size() < 400 && !expected.containsKey(at)) {
            Page page = page();
            index.insert(task, at, page);
            expected.put(at, page);
        }
    }

    /** A span ends where a slot does, but not beyond what comes next, and only where that is it is zero. */
    private static void requireSpan(long told, long most) {
        assertThat(told).isLessThanOrEqualTo(most);
        assertThat(told == 0).isEqualTo(most == 0);
    }

    @Test
    void theRecordOfARangeIsMetAllOverIt() {
        assertThat(index.insertRange(task, 60, 10, task.claims().record(0))).isTrue();
        assertThat(index.loadCovering(59)).isNull();
        assertThat(index.loadCovering(60)).isSameAs(task.claims().record(0));
        assertThat(index.loadCovering(69)).isSameAs(task.claims().record(0));
        assertThat(index.loadCovering(70)).isNull();
        assertThat(index.insert(task, 65, page())).isSameAs(task.claims().record(0));
        assertThat(index.insertRange(task, 50, 12, task.claims().record(1))).isFalse();
        assertThat(index.insertRange(task, 62, 3, task.claims().record(1))).isFalse();
        assertThat(index.insertRange(task, 50, 10, task.claims().record(1))).isTrue();
        index.removeRange(task, 60, 10);
        assertThat(index.loadCovering(65)).isNull();
        assertThat(index.loadCovering(55)).isSameAs(task.claims().record(1));
        index.removeRange(task, 50, 10);
        assertThat(index.isEmpty()).isTrue();
    }

    @Test
    void marksMoveFromTheHeadIntoANodeAndBack() {
        index.insert(task, 0, page());
        index.mark(task, 0, Mark.DIRTY);
        index.insert(task, 5000, page());
        assertThat(index.unmarkedFrom(0, Mark.DIRTY)).isZero();
        index.remove(task, 5000);
        assertThat(index.unmarkedFrom(0, Mark.DIRTY)).isZero();
        index.unmark(task, 0, Mark.DIRTY, Mark.WRITEBACK);
        assertThat(index.unmarkedFrom(0, Mark.DIRTY)).isPositive();
        assertThat(index.unmarkedFrom(0, Mark.WRITEBACK)).isZero();
    }
}
