package io.pagetax.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pagetax.lab.StateFile.Entry;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SiteTest {

    @TempDir
    Path folder;

    private Path top;
    private StateFile state;
    private Commands commands;

    @BeforeEach
    void begin() throws IOException {
        top = folder.resolve("mnt");
        state = StateFile.create(
                folder, StateFile.head("boot", true, LabPlans.on(LabPlan.Backing.LOOP, folder, "ext4", "xfs")));
        commands = new SystemCommands(folder, () -> false);
    }

    @AfterEach
    void end() throws IOException {
        state.close();
    }

    private List<Entry> entries() throws IOException {
        return StateFile.read(folder).orElseThrow().entries();
    }

    /** A folder that all share, and in it two of each file system, one in the other. */
    private void build() throws IOException {
        Site site = new Site(state, commands, 0);
        site.build("", List.of(new Folder(top)));
        for (String owner : List.of("ext4", "xfs")) {
            Path own = top.resolve(owner);
            site.build(owner, List.of(new Folder(own), new Folder(own.resolve("inner"))));
        }
    }

    private List<String> clear() throws IOException {
        return Site.clear(entries(), state, commands, true);
    }

    @Test
    void writesEachStepDownAndDoesIt() throws IOException {
        build();
        assertThat(entries())
                .containsExactly(
                        new Entry(0, "", new Folder(top)),
                        new Entry(1, "ext4", new Folder(top.resolve("ext4"))),
                        new Entry(2, "ext4", new Folder(top.resolve("ext4/inner"))),
                        new Entry(3, "xfs", new Folder(top.resolve("xfs"))),
                        new Entry(4, "xfs", new Folder(top.resolve("xfs/inner"))));
        assertThat(top.resolve("ext4/inner")).isDirectory();
        assertThat(top.resolve("xfs/inner")).isDirectory();
    }

    @Test
    void goesOnWithTheNumberThatItWasGiven() throws IOException {
        new Site(state, commands, 7).build("", List.of(new Folder(top)));
        assertThat(entries()).containsExactly(new Entry(7, "", new Folder(top)));
    }

    @Test
    void hasWrittenDownAStepThatFailsAndNoneAfterIt() throws IOException {
        Files.createDirectory(top);
        List<Step> steps = List.of(new Folder(top), new Folder(folder.resolve("base")));
        assertThatThrownBy(() -> new Site(state, commands, 0).build("", steps))
                .isInstanceOf(FileAlreadyExistsException.class);
        assertThat(entries()).containsExactly(new Entry(0, "", new Folder(top)));
        assertThat(folder.resolve("base")).doesNotExist();
    }

    @Test
    void stopsBetweenStepsWhenItIsCancelled() {
        AtomicInteger asked = new AtomicInteger();
        Commands cancelled = new SystemCommands(folder, () -> asked.incrementAndGet() == 2);
        List<Step> steps = List.of(new Folder(top), new Folder(top.resolve("a")), new Folder(top.resolve("b")));
        assertThatThrownBy(() -> new Site(state, cancelled, 0).build("", steps))
                .isInstanceOf(InterruptedIOException.class);
        assertThat(top).isEmptyDirectory();
    }

    @Test
    void undoesEverythingFromTheLastStepOn() throws IOException {
        build();
        assertThat(clear()).isEmpty();
        assertThat(top).doesNotExist();
        assertThat(entries()).isEmpty();
    }

    @Test
    void undoesStepsThatWereNotDoneOrAreGoneAlready() throws IOException {
        build();
        Files.delete(top.resolve("xfs/inner"));
        state.begin(new Entry(5, "xfs", new Folder(top.resolve("xfs/never"))));
        assertThat(clear()).isEmpty();
        assertThat(entries()).isEmpty();
    }

    @Test
    void leavesWhatAFailedUndoRestsOnAndUndoesWhatIsOfOthers() throws IOException {
        build();
        Path strange = Files.createFile(top.resolve("xfs/inner/strange"));
        assertThat(clear())
                .containsExactly(strange.getParent() + " holds what the lab did not put there; it is left alone");
        assertThat(strange).exists();
        assertThat(top).isDirectoryNotContaining(path -> path.endsWith("ext4"));
        assertThat(entries()).extracting(Entry::number).containsExactly(0, 3, 4);
    }

    @Test
    void undoesTheRestWhenWhatStoodInTheWayIsGone() throws IOException {
        build();
        Path strange = Files.createFile(top.resolve("ext4/inner/strange"));
        assertThat(clear()).hasSize(1);
        assertThat(entries()).extracting(Entry::number).containsExactly(0, 1, 2);
        Files.delete(strange);
        assertThat(clear()).isEmpty();
        assertThat(top).doesNotExist();
        assertThat(entries()).isEmpty();
    }

    @Test
    void tellsOfEachFileSystemThatCouldNotBeRemoved() throws IOException {
        build();
        Files.createFile(top.resolve("ext4/strange"));
        Files.createFile(top.resolve("xfs/inner/strange"));
        assertThat(clear())
                .satisfiesExactly(
                        first -> assertThat(first).startsWith(top.resolve("xfs/inner") + " holds"),
                        second -> assertThat(second).startsWith(top.resolve("ext4") + " holds"));
        assertThat(top.resolve("ext4/inner")).doesNotExist();
        assertThat(entries()).extracting(Entry::number).containsExactly(0, 1, 3, 4);
    }
}
