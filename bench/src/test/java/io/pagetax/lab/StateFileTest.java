package io.pagetax.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pagetax.lab.StateFile.Entry;
import io.pagetax.lab.StateFile.State;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StateFileTest {

    private static final Path ODD = Path.of("/srv/my lab: 100 % \"x\" [1]\\");

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve(StateFile.NAME);
    }

    private static StateFile.Head head() {
        return StateFile.head("boot", true, LabPlans.on(LabPlan.Backing.LOOP, ODD, "ext4", "xfs"));
    }

    private State state() throws IOException {
        return StateFile.read(folder).orElseThrow();
    }

    private static Entry entry(int number, String owner) {
        return new Entry(number, owner, new Folder(ODD.resolve(Integer.toString(number))));
    }

    private static List<Step> everyKind() {
        LoopVolume loop = new LoopVolume(ODD.resolve("ext4.img"));
        DeviceVolume disk = new DeviceVolume(Path.of("/dev/sda"), 1L << 40);
        PartitionVolume partition = new PartitionVolume(disk, 3, 1 << 20, 1L << 33);
        return List.of(
                new Folder(ODD),
                new InnerFolder(ODD),
                new Image(ODD, 1L << 33),
                loop,
                new ZramVolume(3, (1L << 33) + 4096),
                disk,
                partition,
                new Format(loop, FileSystemType.EXT4, "uuid", List.of("-O", "^has_journal")),
                new Format(partition, FileSystemType.RAW, "uuid", List.of()),
                new Mounting(loop, "ext4", List.of("noatime"), ODD),
                new Mounting(null, "overlay", List.of("lowerdir=" + ODD), ODD),
                new Throttle(ODD, "7:0", 200));
    }

    @Test
    void tellsEveryKindOfStepAsItWasBegun() throws IOException {
        try (StateFile state = StateFile.create(folder, head())) {
            for (int number = 0; number < everyKind().size(); number++) {
                state.begin(new Entry(number, "ext4", everyKind().get(number)));
            }
        }
        assertThat(state().entries()).extracting(Entry::step).isEqualTo(everyKind());
        assertThat(everyKind()).extracting(Object::getClass).containsAll(Arrays.asList(concrete(Step.class)));
    }

    private static Class<?>[] concrete(Class<?> type) {
        return Arrays.stream(type.getPermittedSubclasses())
                .flatMap(each -> each.isSealed() ? Arrays.stream(concrete(each)) : Arrays.stream(new Class<?>[] {each}))
                .toArray(Class<?>[]::new);
    }

    @Test
    void tellsWhatTheLabIsAskedToBe() throws IOException {
        LabPlan plan = new LabPlan(
                ODD,
                Variants.parse(
                        List.of("mine=overlay-ext4-nojournal", "raw", "tmpfs"),
                        Map.of("mine", "-b 1024"),
                        Map.of("tmpfs", "huge=always")),
                LabPlan.Backing.DEVICE,
                Path.of("/dev/sda"),
                null,
                true,
                50,
                true);
        StateFile.create(folder, StateFile.head("0f9b", false, plan)).close();
        assertThat(state().head()).isEqualTo(new StateFile.Head(1, "0f9b", false, plan));
        assertThat(state().entries()).isEmpty();
    }

    @Test
    void isOnTheDiskBeforeTheStepIsDone() throws IOException {
        try (StateFile state = StateFile.create(folder, head())) {
            assertThat(state().entries()).isEmpty();
            state.begin(entry(0, ""));
            assertThat(state().entries()).containsExactly(entry(0, ""));
        }
    }

    @Test
    void doesNotTakeThePlaceOfAnother() throws IOException {
        StateFile.create(folder, head()).close();
        String before = Files.readString(file);
        assertThatThrownBy(() -> StateFile.create(folder, head())).isInstanceOf(FileAlreadyExistsException.class);
        assertThat(file).hasContent(before);
    }

    @Test
    void goesOnWhereItWasClosed() throws IOException {
        try (StateFile state = StateFile.create(folder, head())) {
            state.begin(entry(0, ""));
        }
        try (StateFile state = StateFile.open(folder)) {
            state.begin(entry(1, "ext4"));
        }
        assertThat(state().entries()).containsExactly(entry(0, ""), entry(1, "ext4"));
        assertThat(state().lines()).isEqualTo(3);
    }

    @Test
    void forgetsStepsThatWereUndoneWithTheFaultsOfTheirFileSystemAndThatItIsFinished() throws IOException {
        try (StateFile state = StateFile.create(folder, head())) {
            state.begin(entry(0, ""));
            state.begin(entry(1, "ext4"));
            state.finished("ext4");
            state.begin(entry(2, "ext4-journal"));
            state.finished("ext4-journal");
            state.fault("ext4:eio");
            state.fault("ext4-journal:erofs");
            assertThat(state().finished()).containsExactly("ext4", "ext4-journal");
            assertThat(state().faults()).containsExactly("ext4:eio", "ext4-journal:erofs");
            state.undone(entry(1, "ext4"));
            assertThat(state().entries()).containsExactly(entry(0, ""), entry(2, "ext4-journal"));
            assertThat(state().finished()).containsExactly("ext4-journal");
            assertThat(state().faults()).containsExactly("ext4-journal:erofs");
        }
    }

    @Test
    void knowsAFileSystemThatWasMadeAgain() throws IOException {
        try (StateFile state = StateFile.create(folder, head())) {
            state.begin(entry(0, "ext4"));
            state.finished("ext4");
            state.undone(entry(0, "ext4"));
            state.begin(entry(5, "ext4"));
            state.finished("ext4");
        }
        assertThat(state().entries()).containsExactly(entry(5, "ext4"));
        assertThat(state().finished()).containsExactly("ext4");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 10, 30})
    void ignoresATornLineAndCutsItOffToGoOn(int missing) throws IOException {
        try (StateFile state = StateFile.create(folder, head())) {
            state.begin(entry(0, ""));
            state.begin(entry(1, "ext4"));
        }
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length - missing));
        assertThat(state().entries()).containsExactly(entry(0, ""));
        try (StateFile state = StateFile.open(folder)) {
            state.begin(entry(2, "xfs"));
        }
        assertThat(state().entries()).containsExactly(entry(0, ""), entry(2, "xfs"));
    }

    @Test
    void ignoresALineThatIsTornWithinACharacter() throws IOException {
        try (StateFile state = StateFile.create(folder, head())) {
            state.begin(entry(0, "ext4"));
        }
        byte[] letter = "é".getBytes(StandardCharsets.UTF_8);
        Files.write(file, "{\"number\":1,\"owner\":\"".getBytes(StandardCharsets.UTF_8), StandardOpenOption.APPEND);
        Files.write(file, Arrays.copyOf(letter, 1), StandardOpenOption.APPEND);
        assertThat(state().entries()).containsExactly(entry(0, "ext4"));
        try (StateFile state = StateFile.open(folder)) {
            state.begin(entry(2, "xfs"));
        }
        assertThat(state().entries()).containsExactly(entry(0, "ext4"), entry(2, "xfs"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{\"version\":1,\"boot\":\"b\""})
    void isNoneIfItsFirstLineWasNotWritten(String content) throws IOException {
        Files.writeString(file, content);
        assertThat(StateFile.read(folder)).isEmpty();
    }

    @Test
    void isNoneIfItIsAbsent() throws IOException {
        assertThat(StateFile.read(folder)).isEmpty();
    }

    @Test
    void refusesTheFileOfAnotherVersion() throws IOException {
        StateFile.create(folder, head()).close();
        Files.writeString(file, Files.readString(file).replace("\"version\":1", "\"version\":2"));
        assertThatThrownBy(() -> StateFile.read(folder))
                .isInstanceOf(LabException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("version 2, not 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"not JSON", "{\"number\":0,\"owner\":\"\",\"step\":{\"kind\":\"volcano\"}}", "[]"})
    void refusesLinesThatItDoesNotUnderstand(String line) throws IOException {
        StateFile.create(folder, head()).close();
        Files.writeString(file, line + "\n", StandardOpenOption.APPEND);
        assertThatThrownBy(() -> StateFile.read(folder))
                .isInstanceOf(LabException.class)
                .hasMessageContaining(file + " cannot be understood");
    }
}
