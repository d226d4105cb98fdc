package io.pagetax.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.pagetax.result.Json;
import io.pagetax.result.TargetFacts;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceTest {

    /** The kernel's numbers for devices differ from one day to the next. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            compare-zram | xfs              | xfs on zram (compressed memory)
            compare-zram | btrfs-nodatacow  | btrfs without copy-on-write on zram (compressed memory)
            compare-loop | ext4             | ext4 on loop (direct I/O on)
            tax-devices  | ext4-virtio      | ext4 on vda
            """)
    void saysWhatKindOfPlaceItWas(String run, String target, String place) throws IOException {
        TargetFacts facts = Json.read(Path.of("..", "results", run, "run.json")).environment().targets().stream()
                .filter(each -> each.name().equals(target))
                .findFirst()
                .orElseThrow();
        assertThat(Place.of(facts)).hasToString(place);
    }
}
