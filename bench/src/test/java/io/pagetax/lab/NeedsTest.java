package io.pagetax.lab;

import static org.assertj.core.api.Assertions.assertThat;

import io.pagetax.lab.LabPlan.Backing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NeedsTest {

    private static final long SPARE = 512L << 20;

    @TempDir
    Path folder;

    private List<String> missing(Backing backing, long sizeBytes, String... words) throws IOException {
        return Needs.missing(new LabPlan(
                        folder.resolve("lab"), LabPlans.variants(words), backing, null, sizeBytes, false, 0, false))
                .stream()
                .filter(sentence -> !sentence.contains("not installed") && !sentence.contains("modprobe"))
                .toList();
    }

    @Test
    void areMoreThanTheDiskHas() throws IOException {
        assertThat(missing(Backing.LOOP, 1L << 50, "ext4", "raw"))
                .singleElement()
                .asString()
                .startsWith(folder + " has ")
                .contains("m free, and 2147484160m are needed", "--dir", "--size");
    }

    @Test
    void areTheSizeOfEachFileSystemOnTheDiskAndSomeSpare() throws IOException {
        long free = Files.getFileStore(folder).getUsableSpace();
        long half = (free - SPARE) / 2;
        // Others may use the disk meanwhile.
        long margin = half / 4;
        assertThat(missing(Backing.LOOP, half - margin, "ext4", "xfs")).isEmpty();
        assertThat(missing(Backing.LOOP, half + margin, "ext4", "xfs")).hasSize(1);
        assertThat(missing(Backing.LOOP, half + margin, "ext4", "tmpfs")).isEmpty();
    }

    @Test
    void areMoreThanMemoryHas() throws IOException {
        assertThat(missing(Backing.ZRAM, 1L << 50, "ext4"))
                .singleElement()
                .asString()
                .contains("m of memory are available", "1073742336m are needed", "--size");
    }

    @Test
    void areAsMuchMemoryForATmpfsAsForAZramDevice() throws IOException {
        assertThat(missing(Backing.ZRAM, 1L << 50, "tmpfs")).hasSize(1);
        assertThat(missing(Backing.LOOP, 1L << 50, "tmpfs")).isEmpty();
    }

    @Test
    void areNoSpaceWhereADeviceIsGiven() throws IOException {
        assertThat(missing(Backing.DEVICE, 1L << 50, "ext4", "xfs")).isEmpty();
    }
}
