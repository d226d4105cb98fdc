package io.pagetax.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.pagetax.result.Params;
import io.pagetax.result.Row;
import io.pagetax.result.Run;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ways to issue I/O, from the command line to the record. */
class EnginesIT {

    @TempDir
    Path folder;

    private Run measure(Path java, String options) throws Exception {
        Files.createDirectory(folder.resolve("target"));
        String line = "run --target t=target --out out --size 16m --rounds 1 --runtime 200ms --warmup 50ms " + options;
        Commands.Outcome outcome =
                Undisturbed.run(folder, "out", Commands.java(java, "pagetax.jar", line.split(" ", -1)));
        assertThat(outcome.exit()).as(outcome.out() + outcome.err()).isIn(0, 3);
        return RunRecords.read(folder.resolve("out"));
    }

    private static List<String> params(Run run) {
        List<String> all = new ArrayList<>();
        for (Row row : run.rows()) {
            assertThat(row.samples()).as(row.id()).isEqualTo(1);
            Params params = row.params();
            all.add(String.join(
                    " ",
                    params.path(),
                    params.ioengine(),
                    String.valueOf(params.binding()),
                    Integer.toString(params.iodepth()),
                    params.readahead()));
        }
        return all;
    }

    @Test
    void everyRowSaysHowItsOperationsWereIssued() throws Exception {
        Run run = measure(
                Path.of(System.getProperty("java.home")),
                "--ioengine psync,filechannel --path direct,buffered --iodepth 4");

        assertThat(params(run))
                .containsExactly(
                        "direct psync jna 1 none",
                        "direct filechannel null 1 none",
                        "buffered psync jna 1 off",
                        "buffered filechannel null 1 off");
        assertThat(run.warnings())
                .hasSize(2)
                .anyMatch(text -> text.contains("--iodepth 4: --ioengine psync"))
                .anyMatch(text -> text.contains("--iodepth 4: --ioengine filechannel"));
        assertThat(run.rows()).allSatisfy(row -> assertThat(row.unsupported()).isNull());
    }

    @Test
    void copiesFromMappingsAreVerifiedWhoeverMapped() throws Exception {
        Run run = measure(
                Path.of(System.getProperty("java.home")), "--ioengine mmap,mappedbytebuffer --cache uncached,cached");

        assertThat(params(run))
                .containsExactly(
                        "mmap mmap null 1 off",
                        "mmap mappedbytebuffer null 1 off",
                        "mmap mmap null 1 off",
                        "mmap mappedbytebuffer null 1 off");
        assertThat(run.rows())
                .allSatisfy(row ->
                        assertThat(row.verdict()).as(row.reasons().toString()).isEqualTo("verified"));
    }

    @Test
    void bothBindingsAreMeasuredWhereCallsGoThroughThem() throws Exception {
        Run run = measure(Requirements.java(22, 99), "--binding jna,ffm --path direct,mmap");

        assertThat(params(run))
                .containsExactly("direct psync jna 1 none", "direct psync ffm 1 none", "mmap mmap null 1 off");
        assertThat(run.rows().get(1).id()).isEqualTo("t-randread-4k-direct-uncached-ffm");
    }
}
