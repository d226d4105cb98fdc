package io.pagetax.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.pagetax.linux.device.StorageStack;
import io.pagetax.result.DataFileFacts;
import io.pagetax.result.DiskFacts;
import io.pagetax.result.Json;
import io.pagetax.result.TargetFacts;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TargetProbeTest {

    @TempDir
    Path folder;

    @Test
    void tellsWhatOtherSourcesTellOfAFile() throws Exception {
        Path file = Files.write(folder.resolve("file"), new byte[1 << 20]);

        TargetFacts facts = TargetProbe.facts("t", file, null, file);

        assertThat(facts.filesystem()).isEqualTo(Files.getFileStore(file).type());
        assertThat(facts.stack()).isEqualTo(StorageStack.of(file).describe());
        assertThat(facts.disks().stream().map(DiskFacts::name))
                .containsExactlyElementsOf(StorageStack.of(file).bottomDevices());
        assertThat(Objects.requireNonNull(facts.volume()).blockSizeBytes())
                .isEqualTo(Files.getFileStore(file).getBlockSize());
        assertThat(Objects.requireNonNull(facts.volume()).fillPercent()).isBetween(0.0, 100.0);
        assertThat(Objects.requireNonNull(facts.dataFile()).sizeBytes()).isEqualTo(1 << 20);
    }

    @Test
    void hasAReasonForEachFactThatItLacksAndForNoOther() throws Exception {
        Path file = Files.write(folder.resolve("file"), new byte[4096]);
        Reasons.assertForEachNull(Json.flat(TargetProbe.facts("t", file, null, file)));
        Reasons.assertForEachNull(Json.flat(TargetProbe.facts("t", folder, "because", folder)));
        Path memory = Path.of("/dev/shm");
        assumeTrue(Files.isDirectory(memory), "skipped: no " + memory);
        Reasons.assertForEachNull(Json.flat(TargetProbe.facts("t", memory, null, memory)));
    }

    @Test
    void showsTheHolesOfADataFile() throws Exception {
        Path file = folder.resolve("sparse");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.allocate(1 << 16), 1 << 20);
            channel.force(true);
        }

        DataFileFacts found =
                Objects.requireNonNull(TargetProbe.facts("t", file, null, file).dataFile());

        assumeTrue(found.extents() != null, "skipped: the file system of the temporary folder does not tell extents");
        assertThat(found.holeBytes()).isEqualTo(1 << 20);
        assertThat(found.extents()).isEqualTo(1);
        assertThat(found.allocatedBytes()).isBetween(1L << 16, 1L << 18);
    }

    @Test
    void looksAtAFolderWithoutLeavingAnythingInIt() throws Exception {
        Path empty = Files.createDirectory(folder.resolve("empty"));

        TargetFacts facts = TargetProbe.facts("t", empty, "because", empty);

        assertThat(facts.dataFile()).isNull();
        assertThat(facts.unknown()).containsEntry("dataFile", "there is none yet in the folder");
        assertThat(facts.choice()).isEqualTo("because");
        Path file = Files.write(folder.resolve("file"), new byte[4096]);
        assertThat(facts.dioMemAlign())
                .isEqualTo(TargetProbe.facts("t", file, null, file).dioMemAlign());
        assertThat(empty).isEmptyDirectory();
    }

    @Test
    void knowsOfNoDiskBelowMemory() throws Exception {
        Path memory = Path.of("/dev/shm");
        assumeTrue(Files.isDirectory(memory), "skipped: no " + memory);

        TargetFacts facts = TargetProbe.facts("t", memory, null, memory);

        assertThat(facts.filesystem()).isEqualTo("tmpfs");
        assertThat(facts.disks()).isEqualTo(List.of());
        assertThat(facts.device()).isNull();
        assertThat(facts.unknown()).containsEntry("device", "no block device of this machine is at hand");
    }
}
