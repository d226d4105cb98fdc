package io.pagetax.scheme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.pagetax.DiskFolder;
import io.pagetax.linux.file.LinuxFile;
import io.pagetax.linux.file.OpenFlag;
import io.pagetax.scheme.model.FileDevice;
import io.pagetax.scheme.model.RamDevice;
import io.pagetax.scheme.model.SlabMemory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(120)
@ExtendWith(DiskFolder.class)
class SchemesUnderLoadTest {

    private static final long OPERATIONS = 5_000;

    @TempDir(factory = DiskFolder.class)
    Path folder;

    private static String workOut(Schemes type) throws IOException, InterruptedException {
        try (SlabMemory memory = SlabMemory.allocate(Workout.FRAMES)) {
            return new Workout(type, memory, firstBlock -> new RamDevice(memory, firstBlock, 0)).run(OPERATIONS);
        }
    }

    static Stream<Schemes> coherent() {
        return Stream.of(
                Schemes.MASON_2006_PAGES,
                Schemes.MASON_2006_RANGES,
                Schemes.LUTOMIRSKI_2019,
                Schemes.WILCOX_2019,
                Schemes.OVERSTREET_2018,
                Schemes.MANANA_2021,
                Schemes.TORVALDS_2019,
                Schemes.AXBOE_2024,
                Schemes.PAGETAX_2026);
    }

    @ParameterizedTest
    @MethodSource("coherent")
    void coherentOnesNeverShowWhatIsOld(Schemes type) throws IOException, InterruptedException {
        assertThat(workOut(type)).isEmpty();
    }

    @Test
    void ofARealFileToo() throws IOException, InterruptedException {
        Path path = folder.resolve("file");
        try (SlabMemory memory = SlabMemory.allocate(Workout.FRAMES);
                LinuxFile file = LinuxFile.open(path, OpenFlag.RDWR, OpenFlag.CREAT, OpenFlag.DIRECT)) {
            assertThat(new Workout(Schemes.PAGETAX_2026, memory, firstBlock -> new FileDevice(file, memory)).run(500))
                    .isEmpty();
        }
    }

    /** As many operations as the property asks for, of all threads together; hours on a slow disk. */
    @ParameterizedTest
    @MethodSource("coherent")
    @Timeout(value = 2, unit = TimeUnit.HOURS)
    void coherentOnesNeverDoForLong(Schemes type) throws IOException, InterruptedException {
        long operations = Long.getLong("pagetax.schemes.operations", 0);
        assumeTrue(operations > 0, "skipped: takes long; -Dpagetax.schemes.operations=10000000 runs it");
        Path path = Path.of(System.getProperty("pagetax.schemes.folder", folder.toString()))
                .resolve(type.id());
        try (SlabMemory memory = SlabMemory.allocate(Workout.FRAMES);
                LinuxFile file = LinuxFile.open(path, OpenFlag.RDWR, OpenFlag.CREAT, OpenFlag.DIRECT)) {
            assertThat(new Workout(type, memory, firstBlock -> new FileDevice(file, memory))
                            .run(operations / Workout.THREADS))
                    .isEmpty();
        } finally {
            Files.deleteIfExists(path);
        }
    }

    @Test
    void withoutAnyTrackingWhatIsOldIsSeen() throws IOException, InterruptedException {
        assertThat(workOut(Schemes.UNTRACKED)).contains("stale");
    }
}
