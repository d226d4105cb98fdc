package io.pagetax.environment;

import static org.assertj.core.api.Assertions.assertThat;

import io.pagetax.linux.device.BlockDevice;
import io.pagetax.linux.device.BlockQueue;
import io.pagetax.linux.device.Mount;
import io.pagetax.result.VolumeFacts;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VolumeProbeTest {

    private static final BlockDevice DEVICE = new BlockDevice(
            "sda1",
            null,
            null,
            null,
            null,
            null,
            null,
            new BlockQueue(null, null, null, null, null, null, null, null, null, null, null, null));

    @TempDir
    Path root;

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                "ext4, 'rw,errors=continue', false, false, none",
                "xfs, 'rw,reflink', false, false, none",
                "btrfs, 'rw,ssd,space_cache=v2', true, true, none",
                "btrfs, 'rw,compress=zstd:3', true, true, compress=zstd:3",
                "btrfs, 'rw,compress-force=lzo,nodatasum', false, true, compress-force=lzo",
                "btrfs, 'rw,nodatasum,nodatacow', false, false, none",
                "zfs, rw, null, null, null"
            })
    void knowsWhatOptionsMakeOfAFileSystem(
            String type, String options, Boolean checksums, Boolean copyOnWrite, String compression) {
        Facts facts = new Facts(new SystemFiles(root));

        VolumeFacts volume = new VolumeProbe(facts, root, mount(type, options), null).read();

        assertThat(volume.dataChecksums()).isEqualTo(checksums);
        assertThat(volume.copyOnWrite()).isEqualTo(copyOnWrite);
        assertThat(volume.compression()).isEqualTo(compression);
        assertThat(facts.unknown().containsKey("volume.dataChecksums")).isEqualTo(checksums == null);
    }

    @Test
    void readsTheJournalModeWhereTheFileSystemShowsAllItsOptions() throws Exception {
        SystemFixture fixture = new SystemFixture(root);
        Facts unshown = new Facts(fixture.files());
        assertThat(new VolumeProbe(unshown, root, mount("ext4", "rw"), DEVICE)
                        .read()
                        .journalMode())
                .isNull();
        assertThat(unshown.unknown()).containsEntry("volume.journalMode", "there is no /proc/fs/ext4/sda1/options");

        fixture.with("/proc/fs/ext4/sda1/options", "rw\ndata=ordered\ncommit=5");
        assertThat(mode(fixture)).isEqualTo("ordered");
        fixture.with("/proc/fs/ext4/sda1/options", "rw\ncommit=5");
        assertThat(mode(fixture)).isEqualTo("none");
    }

    private String mode(SystemFixture fixture) {
        VolumeFacts volume = new VolumeProbe(new Facts(fixture.files()), root, mount("ext4", "rw"), DEVICE).read();
        return String.valueOf(volume.journalMode());
    }

    private static Mount mount(String type, String superOptions) {
        return new Mount(30, 1, "8:1", "/", "/srv", "rw,relatime", type, "/dev/sda1", superOptions);
    }
}
