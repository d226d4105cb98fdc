package io.pagetax.analysis;

import static io.pagetax.result.TargetRuns.facts;
import static io.pagetax.result.TargetRuns.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.pagetax.Locales;
import io.pagetax.result.TargetFacts;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TargetDifferencesTest {

    private static final TargetFacts EXT4 = facts("ext4");

    @Test
    void tellWhatIsComparedAndNothingElseOfTargetsThatAreAlike() {
        assertThat(TargetDifferences.of(List.of(EXT4, with(facts("xfs"), "/filesystem", "xfs"))))
                .isEqualTo(new TargetDifferences(
                        List.of("filesystem: ext4 ext4, xfs xfs", "mountOptions: ext4 rw,relatime, xfs rw,relatime"),
                        List.of()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /volume/fillPercent     | 57.0    | volume.fillPercent: ext4 55.5, xfs 57.0
            /volume/compression     | zstd    | volume.compression: ext4 none, xfs zstd
            /volume/blockSizeBytes  | 1024    | volume.blockSizeBytes: ext4 4096, xfs 1024
            /dataFile/sizeBytes     | 1048576 | dataFile.sizeBytes: ext4 268435456, xfs 1048576
            /dataFile/extents       | 4       | dataFile.extents: ext4 3, xfs 4
            /device                 | sda     | device: ext4 nvme0n1p2, xfs sda
            /backing                | file    | backing: ext4 unknown, xfs file
            /scheduler              | bfq     | scheduler: ext4 none, xfs bfq
            /logicalBlockSize       | 4096    | logicalBlockSize: ext4 512, xfs 4096
            /dioOffsetAlign         | 4096    | dioOffsetAlign: ext4 512, xfs 4096
            /disks/0/name           | sda     | disks.name: ext4 nvme0n1, xfs sda
            /disks/0/readAheadBytes | 0       | disks.readAheadBytes: ext4 131072, xfs 0
            """)
    void listWhatMayBeTheCauseInTheirStead(String pointer, String value, String line) {
        assertThat(TargetDifferences.of(List.of(EXT4, with(facts("xfs"), pointer, value)))
                        .doubts())
                .containsExactly(line);
    }

    @Test
    void takeWhatIsUnknownOnOneSideForADifference() {
        List<TargetFacts> targets =
                List.of(EXT4, facts("xfs"), with(facts("btrfs"), "/volume/fillPercent", null), facts("zfs"));
        assertThat(TargetDifferences.of(targets).doubts())
                .containsExactly("volume.fillPercent: ext4 55.5, xfs 55.5, btrfs unknown, zfs 55.5");
        assertThat(TargetDifferences.of(List.of(EXT4, with(facts("none"), "/dataFile", null)))
                        .doubts())
                .hasSize(4)
                .allMatch(line -> line.startsWith("dataFile.") && line.endsWith("none unknown"));
    }

    @Test
    void doNotListAPercentagePointOfFillLevel() {
        assertThat(TargetDifferences.of(List.of(EXT4, with(facts("xfs"), "/volume/fillPercent", 56.4)))
                        .doubts())
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("io.pagetax.Locales#all")
    void areTheSameInEveryLocale(Locale locale) throws Exception {
        List<TargetFacts> targets = List.of(EXT4, with(facts("xfs"), "/volume/fillPercent", 99.25));
        assertThat(Locales.in(locale, () -> TargetDifferences.of(targets)).doubts())
                .containsExactly("volume.fillPercent: ext4 55.5, xfs 99.3");
    }

    @Test
    void areNoneOfASingleTarget() {
        assertThat(TargetDifferences.of(List.of(EXT4))).isEqualTo(new TargetDifferences(List.of(), List.of()));
    }
}
