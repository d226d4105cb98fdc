package io.pagetax.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.pagetax.result.Json;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class FioJobTest {

    private static final String CACHED = """

            [xfs-zram-randread-4k-buffered-cached]
            stonewall
            directory=xfs-zram
            size=268435456
            rw=randread
            bs=4096
            ioengine=psync
            iodepth=1
            numjobs=1
            direct=0
            invalidate=0
            pre_read=1
            """;

    @Test
    void hasASectionForWhatFioCanRunAndSaysWhatItCannot() throws IOException {
        String job = new FioJob().render(Json.read(Path.of("..", "results", "quick-xfs-zram", "run.json")));
        assertThat(job.lines()).contains("runtime=7000ms", "ramp_time=400ms", "direct=1", "invalidate=1");
        assertThat(job).contains(CACHED);
        assertThat(job.lines())
                .contains(
                        "[xfs-zram-randread-4k-direct-uncached]",
                        "; xfs-zram-randread-4k-dontcache-uncached: fio has no such cell",
                        "; xfs-zram-randread-4k-direct-mixed50: fio has no such cell");
    }
}
