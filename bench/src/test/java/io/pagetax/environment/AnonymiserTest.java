package io.pagetax.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnonymiserTest {

    private static final Anonymiser MASK = Anonymiser.of(
            Map.of(
                    Path.of("/srv/of alice"), "disk",
                    Path.of("/dev/sdb1"), "raw",
                    Path.of("relative"), "near",
                    Path.of("/mnt/out"), "out"),
            "box7.example.org");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/srv/of alice | disk",
                "preadv2(/srv/of alice/pagetax-1.data): EIO | preadv2(disk/pagetax-1.data): EIO",
                "open(/dev/sdb1): EACCES | open(raw): EACCES",
                "passed over /home/bob (not writable), /tmp/x (on tmpfs) | passed over path (not writable), path (on tmpfs)",
                "rw,lowerdir=/var/lib/a:/var/lib/b,upperdir=/c/d | rw,lowerdir=path:path,upperdir=path",
                "root=/dev/mapper/box7-root ro | root=path ro",
                "rw,vers=4.2,addr=10.0.0.7,clientaddr=10.0.0.8 | rw,vers=4.2,addr=*,clientaddr=*",
                "systemd.hostname=box7 quiet | systemd.hostname=* quiet",
                "box7-20260101T000000Z | host-20260101T000000Z",
                "ext4 > dm-0 (LVM box7--vg-root) | ext4 > dm-0 (LVM host--vg-root)",
                "box75, inbox7 | box75, inbox7",
                "on box7.example.org and box7: yes | on host and host: yes",
                "\"vm\" : \"/usr/lib/jvm/bin/java\" | \"vm\" : \"path\""
            })
    void masksHostAndPaths(String text, String expected) {
        assertThat(MASK.mask(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "there is no /sys/devices/system/cpu/cpu0/cpufreq/scaling_driver",
                "/proc/fs/ext4/sda1/options does not tell",
                "17 / 6528 pages, dev/req 1.00, I/O",
                "Debian 17.0.15+6-Debian-1deb12u1",
                "2026-01-01T00:02:52.5Z",
                "ext4 > loop3 (direct I/O on) > ext4 > vda"
            })
    void leavesWhatTellsNothingOfWhoseItIs(String text) {
        assertThat(MASK.mask(text)).isEqualTo(text);
    }

    @Test
    void leavesNamesThatTheUserGave() {
        assertThat(MASK.mask("box7", "target")).isEqualTo("box7");
        assertThat(MASK.mask("box7", "path")).isEqualTo("host");
    }

    @Test
    void masksPathsOnACommandLineHoweverTheyAreWritten() {
        List<String> typed = List.of(
                "pagetax",
                "run",
                "--target",
                "relative",
                "--target=a=/srv/of alice",
                "--path=direct",
                "--out",
                "/mnt/out");
        assertThat(MASK.command(typed))
                .containsExactly(
                        "pagetax", "run", "--target", "near", "--target=a=disk", "--path=direct", "--out", "out");
    }

    @Test
    void masksWherePathsLeadTo(@TempDir Path folder) throws Exception {
        Path real = Files.createDirectory(folder.resolve("real"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), real);
        Anonymiser mask = Anonymiser.of(Map.of(link, "t"), "h");
        assertThat(mask.mask("open(" + real.toRealPath() + "/x)")).isEqualTo("open(t/x)");
        assertThat(mask.mask("open(" + link + "/x)")).isEqualTo("open(t/x)");
    }
}
