package io.pagetax.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pagetax.DiskFolder;
import io.pagetax.linux.pagecache.PageCache;
import io.pagetax.plan.Cell;
import io.pagetax.plan.Plan;
import io.pagetax.plan.SampleException;
import io.pagetax.workload.AccessPath;
import io.pagetax.workload.CacheState;
import io.pagetax.workload.Rw;
import io.pagetax.workload.Workload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(DiskFolder.class)
class StageTest {

    private static final int SIZE = 1 << 20;

    @TempDir(factory = DiskFolder.class)
    Path folder;

    private final List<String> told = new ArrayList<>();

    /** Hears what users would. */
    private final Progress progress = new Progress() {
        @Override
        public void phase(String what) {
            told.add(what);
        }

        @Override
        public void sample(int round, Cell cell, int number, int total, Duration left) {
            told.add(cell.id());
        }

        @Override
        public void warning(String text) {
            told.add("warning: " + text);
        }

        @Override
        public void done() {
            told.add("done");
        }
    };

    private static Cell cell(String target, Rw rw) {
        return Cell.of(target, new Workload(rw, AccessPath.BUFFERED, CacheState.UNCACHED, 4096, SIZE, 1, 1));
    }

    private Stage stage(List<Cell> cells, TargetSpec... targets) {
        Plan plan = new Plan(cells, 1, Duration.ZERO, Duration.ofMillis(1), 1);
        Request request = new Request(
                List.of(targets),
                plan,
                SIZE,
                false,
                false,
                Stopping.AS_PLANNED,
                folder.resolve("out"),
                "id",
                false,
                List.of(),
                List.of(),
                List.of());
        return new Stage(request, progress, new Interruption());
    }

    private static Optional<Long> dirtyPages(Path file) throws IOException {
        try (PageCache cache = PageCache.of(file)) {
            return cache.residency(0, SIZE).map(residency -> residency.dirty());
        }
    }

    @Test
    void whatASampleLeftDirtyIsWrittenBeforeTheNext() throws Exception {
        TargetSpec spec = new TargetSpec("t", folder, null);
        try (Stage stage = stage(List.of(cell("t", Rw.RANDWRITE), cell("t", Rw.RANDREAD)), spec)) {
            Path file = stage.prepare(spec).file();
            Files.write(file, new byte[SIZE / 2], StandardOpenOption.WRITE);
            Optional<Long> dirty = dirtyPages(file);
            stage.settle(cell("t", Rw.RANDREAD));
            assertThat(dirtyPages(file)).as("of a cell that only reads").isEqualTo(dirty);

            stage.settle(cell("t", Rw.RANDWRITE));

            assertThat(dirtyPages(file)).isIn(Optional.of(0L), Optional.empty());
        }
    }

    @Test
    void whatCannotBeWrittenAnyMoreIsAWarning() throws Exception {
        TargetSpec spec = new TargetSpec("t", folder, null);
        try (Stage stage = stage(List.of(cell("t", Rw.RANDWRITE)), spec)) {
            Files.delete(stage.prepare(spec).file());

            stage.settle(cell("t", Rw.RANDWRITE));

            assertThat(told).anyMatch(text -> text.startsWith("warning: what t-randwrite") && text.contains("ENOENT"));
        }
    }

    @Test
    void targetsThatShareAPlaceGetItWhenTheyAreMeasured() throws Exception {
        List<String> turns = new ArrayList<>();
        TargetSpec first = new TargetSpec("first", folder, null, () -> turns.add("first"));
        TargetSpec second = new TargetSpec("second", folder, null, () -> turns.add("second"));
        List<Cell> cells = List.of(
                cell("first", Rw.RANDREAD),
                cell("second", Rw.RANDREAD),
                cell("first", Rw.READ),
                cell("second", Rw.READ));
        try (Stage stage = stage(cells, first, second)) {
            stage.prepare(first);
            Path laidOut = stage.prepare(second).file();
            assertThat(stage.giveTurn("second").file()).isEqualTo(laidOut);
            assertThat(stage.giveTurn("first").file()).exists();
            assertThat(stage.giveTurn("second").file()).exists().isNotEqualTo(laidOut);

            assertThat(turns).containsExactly("first", "second", "first", "second");
            assertThat(stage.order(1))
                    .extracting(Cell::target)
                    .isIn(List.of("first", "first", "second", "second"), List.of("second", "second", "first", "first"));
        }
    }

    @Test
    void targetThatCannotStandCostsASampleAndIsTriedAgain() throws Exception {
        List<String> turns = new ArrayList<>();
        TargetSpec first = new TargetSpec("first", folder, null, () -> turns.add("first"));
        TargetSpec second = new TargetSpec("second", folder, null, () -> {
            turns.add("second");
            if (turns.size() == 3) {
                throw new IOException("mkfs failed");
            }
        });
        try (Stage stage = stage(List.of(cell("first", Rw.READ), cell("second", Rw.READ)), second, first)) {
            stage.prepare(second);
            stage.prepare(first);

            assertThatThrownBy(() -> stage.giveTurn("second"))
                    .isInstanceOf(SampleException.class)
                    .hasMessage("second could not take its turn: mkfs failed");
            assertThat(stage.giveTurn("second").file()).exists();
        }
    }
}
