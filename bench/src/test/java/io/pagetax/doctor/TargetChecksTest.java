package io.pagetax.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.pagetax.linux.device.StorageLayer;
import io.pagetax.linux.device.StorageStack;
import io.pagetax.result.Finding;
import io.pagetax.result.Finding.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TargetChecksTest {

    private static final StorageLayer DISK = new StorageLayer.Disk("sda");

    @TempDir
    Path folder;

    private static StorageStack ext4On(StorageLayer below) {
        return new StorageStack(new StorageLayer.FileSystem("ext4", "rw", "rw", List.of(below)));
    }

    private static StorageLayer loop(Boolean directIo) {
        return new StorageLayer.Loop("loop3", "/images/a", directIo, List.of(DISK));
    }

    static Stream<Arguments> media() {
        return Stream.of(
                Arguments.of(DISK, Level.OK),
                Arguments.of(new StorageLayer.Memory(), Level.BAD),
                Arguments.of(new StorageLayer.Network(), Level.BAD),
                Arguments.of(new StorageLayer.Unknown("no reason"), Level.WARN),
                Arguments.of(new StorageLayer.Zram("zram0"), Level.WARN));
    }

    @ParameterizedTest
    @MethodSource("media")
    void mediumIsADisk(StorageLayer below, Level level) {
        assertThat(new MediumCheck("t", ext4On(below)).look().level()).isEqualTo(level);
    }

    @Test
    void mediumOfRealFoldersIsWhatItIs() throws Exception {
        Path memory = Path.of("/dev/shm");
        assumeTrue(Files.isDirectory(memory), "skipped: no " + memory);
        assertThat(new MediumCheck("t", StorageStack.of(memory)).look().level()).isEqualTo(Level.BAD);
    }

    @Test
    void loopDevicesGoPastThePageCacheOfTheirFiles() {
        assertThat(new LoopCheck("t", ext4On(loop(true))).look().level()).isEqualTo(Level.OK);
        Finding cachesAgain = new LoopCheck("t", ext4On(loop(false))).look();
        assertThat(cachesAgain.level()).isEqualTo(Level.BAD);
        assertThat(cachesAgain.advice()).isEqualTo("sudo losetup --direct-io=on /dev/loop3");
    }

    @ParameterizedTest
    @CsvSource({"300, 1000, BAD", "340, 1000, WARN", "400, 1000, OK", "255, 0, BAD", "256, 0, OK"})
    void dataFileHasToFitWithAMargin(long freeMib, long totalMib, Level level) {
        assertThat(new SpaceCheck("t", freeMib << 20, totalMib << 20, 256L << 20)
                        .look()
                        .level())
                .isEqualTo(level);
    }

    @Test
    void spaceOfRealTargetsIsAsked() throws Exception {
        Path file = Files.write(folder.resolve("file"), new byte[4096]);
        assertThat(SpaceCheck.of(new Subject("t", file), 4096).look().level()).isEqualTo(Level.OK);
        assertThat(SpaceCheck.of(new Subject("t", file), 8192).look().level()).isEqualTo(Level.BAD);
        assertThat(SpaceCheck.of(new Subject("t", folder), Long.MAX_VALUE / 4)
                        .look()
                        .level())
                .isEqualTo(Level.BAD);
        assertThat(SpaceCheck.of(new Subject("t", folder), 4096).freeBytes())
                .isEqualTo(Files.getFileStore(folder).getUsableSpace());
    }

    @Test
    void rowsCanOnlyBeJudgedByWhatTheKernelTells() throws Exception {
        assertThat(new EvidenceCheck("t", true, true).look().level()).isEqualTo(Level.OK);
        assertThat(new EvidenceCheck("t", false, true).look().found()).contains("cachestat");
        Finding unaccounted = new EvidenceCheck("t", true, false).look();
        assertThat(unaccounted.level()).isEqualTo(Level.BAD);
        assertThat(unaccounted.advice()).contains("CONFIG_TASK_IO_ACCOUNTING");
        assertThat(EvidenceCheck.of(new Subject("t", folder)).residency()).isTrue();
        assertThat(EvidenceCheck.of(new Subject("t", folder.resolve("absent"))).residency())
                .isFalse();
    }
}
