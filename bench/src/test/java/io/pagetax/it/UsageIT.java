package io.pagetax.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsageIT {

    @TempDir
    Path folder;

    private Commands.Outcome pagetax(String line) throws IOException {
        return Commands.run(folder, Commands.pagetax(line.split(" ", -1)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "run --path nonsense | 2 | --path;'nonsense';direct, buffered, dontcache, mmap, hybrid-cachestat, hybrid-nowait",
                "run --cache warm | 2 | --cache;'warm';uncached, stray, mixed:1 to mixed:99, dirty:1 to dirty:99, cached",
                "run --cache stray --path direct,buffered | 2 | --cache stray: takes --path direct, hybrid-cachestat, hybrid-nowait",
                "run --cache dirty:50 --path direct --rw randwrite | 2 | --cache dirty:50: takes reads with --path direct",
                "run --blocks some | 2 | --blocks;'some';all, resident, absent",
                "run --blocks resident --cache uncached,cached | 2 | --blocks resident: fits none;mixed:P",
                "run --blocks absent --cache mixed:50 --rw read | 2 | --blocks absent: fits none;random order",
                "run --blocks resident --cache mixed:1 --size 16m | 2 | --size 16m: too small, each job needs at least 64 blocks of those",
                "run --rw randwrite --path hybrid-cachestat | 2 | --path hybrid-cachestat: has no writing form",
                "tax --precision 0% | 2 | --precision;'0%';2%",
                "tax --precision narrow | 2 | --precision;'narrow'",
                "tax --bs 100 | 2 | --bs 100: not a multiple of 512",
                "tax --bs 4k,100 | 2 | --bs 100: not a multiple of 512",
                "tax --numjobs 0 | 2 | --numjobs 0: at least 1",
                "tax --numjobs 1,two | 2 | --numjobs;'two'",
                "tax --iodepth 9999 | 2 | --iodepth 9999: not from 1 to 4096",
                "tax --rounds 0 | 2 | --rounds 0: not from 1 to 1000",
                "tax --size 64k | 2 | --size 64k: too small;256k",
                "tax --profile fast | 2 | --profile;'fast';quick, standard, full",
                "tax --max-time soon | 2 | --max-time;'soon'",
                "diff | 2 | Missing required parameters: 'A', 'B'",
                "diff . /no/such/folder | 2 | A: no run in .: there is no run.json; accepted: the directory of a run",
                "diff a b --json --markdown | 2 | --json and --markdown: one of the two",
                "diff a b --threshold 0% | 2 | --threshold;'0%'",
                "diff --html a b | 2 | Missing required parameter: 'B'",
                "report | 2 | Missing required parameter: 'RUN'",
                "report /no/such/run | 2 | no run in /no/such/run: there is no run.json; accepted: the directory of a run, or its run.json",
                "report a b --out c | 2 | --out c: takes one run, but 2 are named",
                "merge a --out b | 2 | RUN",
                "merge a b | 2 | Missing required option: '--out=DIR'",
                "merge . . --out b | 2 | no run in .: there is no run.json",
                "merge a b --out c --clock-offset a=soon | 2 | --clock-offset;'soon'",
                "publish /no/such/folder | 2 | /no/such/folder: not a folder",
                "publish . --anonymise | 2 | --anonymise: name another folder by --out",
                "tax --target /no/such/folder | 5 | no such target: /no/such/folder",
                "run --rw randomread | 2 | --rw;'randomread';randread, read, randwrite, write",
                "run --size 4097 | 2 | --size 4097: not a multiple of --bs 4096",
                "run --size banana | 2 | --size;'banana';256m",
                "run --size 64k | 2 | --size 64k: too small;256k",
                "run --bs 100 | 2 | --bs 100: not a multiple of 512",
                "run --rounds 0 | 2 | --rounds 0: not from 1 to 1000",
                "run --runtime 0s | 2 | --runtime: at least 1ms",
                "run --runtime soon | 2 | --runtime;'soon';500ms",
                "run --numjobs 0 | 2 | --numjobs 0: at least 1",
                "run --rw randwrite --path mmap | 2 | --path mmap: has no writing form",
                "run --ioengine libaio | 2 | --ioengine;'libaio';psync, pvsync2, mmap, io_uring, filechannel, mappedbytebuffer",
                "run --ioengine psync --path direct,mmap | 2 | --ioengine psync: does not carry --path mmap; accepted: mmap,",
                "run --ioengine psync,mmap --path direct | 2 | --ioengine mmap: carries none of the paths direct; accepted: psync, pvsync2",
                "run --ioengine mmap --rw randwrite | 2 | --ioengine mmap: carries none of the paths direct, buffered",
                "run --binding jni | 2 | --binding;'jni';jna, ffm",
                "run --iodepth 0 | 2 | --iodepth 0: not from 1 to 4096",
                "run --iodepth many | 2 | --iodepth;'many'",
                "run --ioengine io_uring --iodepth 5000 | 2 | --iodepth 5000: not from 1 to 4096",
                "run --ioengine io_uring --iodepth 64 --size 512k | 2 | --iodepth 64: each job needs 4 times;1m",
                "run --hits guess | 2 | --hits;'guess';none, nowait, cachestat, faults",
                "run --hits nowait,faults --path buffered | 2 | --hits faults: fits none of the cells asked for; accepted: reads with --path mmap and --ioengine mmap, mappedbytebuffer",
                "run --hits cachestat --rw randwrite | 2 | --hits cachestat: fits none;accepted: reads with --path buffered and --ioengine psync, pvsync2",
                "run --hits nowait --path buffered --ioengine io_uring | 2 | --hits nowait: fits none;psync, pvsync2",
                "run --profile fast | 2 | --profile;'fast';quick, standard, full",
                "run --tagret . | 2 | --tagret;--target",
                "quikc | 2 | quikc;pagetax quick",
                "run --target a=. --target a=/tmp | 2 | --target;two targets are named 'a'",
                "run --target /no/such/folder | 5 | no such target: /no/such/folder",
                "run --target /proc | 5 | /proc",
                "run --target . --size 900t | 5 | not enough space;--size"
            })
    void badInputGivesOneClearLineTheExitCodeAndNoFile(String line, int exit, String words) throws Exception {
        Commands.Outcome outcome = pagetax(line);

        assertThat(outcome.exit()).isEqualTo(exit);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err().lines().filter(text -> text.startsWith("pagetax: ")))
                .hasSize(1);
        assertThat(outcome.err()).doesNotContain("Exception").doesNotContain("\tat ");
        assertThat(outcome.err()).contains(words.split(";", -1));
        assertThat(RunRecords.names(folder)).containsAnyOf("stdout").noneMatch(name -> name.endsWith(".data"));
    }

    @Test
    void existingFileIsNotWrittenToWithoutPermission() throws Exception {
        Path precious = Files.write(folder.resolve("precious"), new byte[1 << 20]);

        Commands.Outcome outcome = pagetax("run --rw randwrite --size 1m --target " + precious);

        assertThat(outcome.exit()).isEqualTo(5);
        assertThat(outcome.err()).contains("would be overwritten", "--allow-overwrite");
        assertThat(Files.readAllBytes(precious)).containsOnly(0);
    }

    @Test
    void outDirectoryThatIsNotEmptyIsRefused() throws Exception {
        Commands.Outcome outcome = pagetax("quick --out " + folder);

        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.err()).contains("--out", "not empty");
    }

    @Test
    void dryRunPrintsCellsTimeAndBytesAndTouchesNothing() throws Exception {
        Path out = folder.resolve("out");

        Commands.Outcome outcome = pagetax("run --profile standard --dry-run --target here=. --out " + out);

        assertThat(outcome.exit()).isZero();
        assertThat(outcome.out()).contains("here-randread-4k-mmap-mixed50", "samples in 7 rounds", "256m written");
        assertThat(out).doesNotExist();
    }

    @Test
    void pathsDefaultToThoseThatAnEngineCarriesAndADepthThatIsNotKeptIsWarnedOf() throws Exception {
        Path out = folder.resolve("out");

        Commands.Outcome outcome =
                pagetax("run --ioengine pvsync2,filechannel,io_uring --iodepth 8 --dry-run --target t=. --out " + out);

        assertThat(outcome.exit()).isZero();
        assertThat(outcome.out().lines().filter(line -> line.startsWith("t-")))
                .containsExactly(
                        "t-randread-4k-direct-uncached-pvsync2",
                        "t-randread-4k-direct-uncached-filechannel",
                        "t-randread-4k-direct-uncached-io_uring-qd8",
                        "t-randread-4k-buffered-uncached-pvsync2",
                        "t-randread-4k-buffered-uncached-filechannel",
                        "t-randread-4k-buffered-uncached-io_uring-qd8",
                        "t-randread-4k-dontcache-uncached",
                        "t-randread-4k-dontcache-uncached-io_uring-qd8");
        assertThat(outcome.err().lines())
                .containsExactlyInAnyOrder(
                        "pagetax: warning: --iodepth 8: --ioengine pvsync2 keeps one operation in flight, so its cells have "
                                + "a depth of 1",
                        "pagetax: warning: --iodepth 8: --ioengine filechannel keeps one operation in flight, so its cells "
                                + "have a depth of 1");
    }

    @Test
    void tellersMakeCellsMoreWhereTheyFit() throws Exception {
        Commands.Outcome outcome =
                pagetax("run --rw randread,randwrite --path direct,buffered --hits none,nowait,nowait"
                        + " --dry-run --target t=. --out " + folder.resolve("out"));

        assertThat(outcome.exit()).isZero();
        assertThat(outcome.out().lines().filter(line -> line.startsWith("t-")))
                .containsExactly(
                        "t-randread-4k-direct-uncached",
                        "t-randread-4k-buffered-uncached",
                        "t-randread-4k-buffered-uncached-hits-nowait",
                        "t-randwrite-4k-direct-uncached",
                        "t-randwrite-4k-buffered-uncached");
    }

    @Test
    void aControlMeasuresEachCellTwice() throws Exception {
        Commands.Outcome outcome =
                pagetax("run --path direct,mmap --control --dry-run --target t=. --out " + folder.resolve("out"));

        assertThat(outcome.exit()).isZero();
        assertThat(outcome.out().lines().filter(line -> line.startsWith("t-")))
                .containsExactly(
                        "t-randread-4k-direct-uncached",
                        "t-randread-4k-direct-uncached-again",
                        "t-randread-4k-mmap-uncached",
                        "t-randread-4k-mmap-uncached-again");
    }

    @Test
    void aPropertyThatNamesNoBindingIsBadUsage() throws Exception {
        List<String> command = new ArrayList<>(Commands.pagetax("run"));
        command.add(1, "-Dio.pagetax.linux.binding=jni");
        Commands.Outcome outcome = Commands.run(folder, command);
        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.err().strip())
                .isEqualTo("pagetax: -Dio.pagetax.linux.binding: 'jni' is not one of: jna, ffm");
    }

    @Test
    void bindingThatThisJvmLacksIsRefusedWithWhatToDo() throws Exception {
        assumeThat(Runtime.version().feature()).isLessThan(22);

        Commands.Outcome outcome = pagetax("run --binding jna,ffm");

        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.err())
                .startsWith("pagetax: --binding ffm: needs a JVM from 22 on, this is ")
                .contains("set JAVA_HOME to one");
    }

    @Test
    void helpListsOptionsInTheOrderOfTheirUse() throws Exception {
        String help = pagetax("run --help").out();

        assertThat(help.substring(help.indexOf("Runs the cross product")))
                .containsSubsequence(
                        "--target",
                        "--size",
                        "--rw",
                        "--bs",
                        "--path",
                        "--cache",
                        "--blocks",
                        "--ioengine",
                        "--binding",
                        "--iodepth",
                        "--hits",
                        "--control",
                        "--numjobs",
                        "--beside",
                        "--runtime",
                        "--warmup",
                        "--rounds",
                        "--randseed",
                        "--profile",
                        "--out",
                        "--anonymise",
                        "--json",
                        "--quiet",
                        "--keep-file",
                        "--dry-run",
                        "-h, --help",
                        "-V, --version");
    }

    @Test
    void helpAndVersionGoToStandardOutput() throws Exception {
        for (String line : new String[] {
            "--help",
            "--version",
            "run --help",
            "quick --help",
            "tax --help",
            "diff --help",
            "report --help",
            "merge --help",
            "publish --help",
            "env --help",
            "doctor --help"
        }) {
            Commands.Outcome outcome = pagetax(line);
            assertThat(outcome.exit()).isZero();
            assertThat(outcome.out()).contains("pagetax");
            assertThat(outcome.err()).isEmpty();
        }
    }

    @Test
    void userWithoutPermissionIsToldWhichFileAndWhy() throws Exception {
        Requirements.root();
        Requirements.program("setpriv");
        Path closed = Files.createDirectory(folder.resolve("closed"));
        Commands.system(folder, "chmod", "755", closed.toString());
        String[] asNobody = {"setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"};
        Path open = Files.createDirectory(folder.resolve("open"));
        Commands.system(folder, "chmod", "777", open.toString(), folder.toString());
        String[] run = Commands.pagetax("run", "--target", closed.toString(), "--out", open + "/out")
                .toArray(String[]::new);

        Commands.Outcome outcome = Commands.run(
                folder,
                Stream.concat(Arrays.stream(asNobody), Arrays.stream(run)).toList());

        assertThat(outcome.exit()).isEqualTo(5);
        assertThat(outcome.err()).contains(closed.toString(), "EACCES (13, permission denied)");
        assertThat(RunRecords.names(closed)).isEmpty();
    }
}
