package io.pagetax.linux.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.pagetax.linux.testing.DiskTempFolder;
import io.pagetax.linux.testing.Requirements;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On control groups of version 1 that are made for it, in which a process writes a file and keeps a processor busy. */
class CgroupOfAProcessTest {

    private static final Path CONTROLLERS = Path.of("/sys/fs/cgroup");
    private static final long MIB = 1 << 20;
    private static final long LIMIT = Duration.ofSeconds(30).toNanos();

    private static final String SCRIPT =
            "for group; do echo $$ > $group/cgroup.procs || exit 1; done; head -c 8388608 /dev/zero > $0 || exit 1;"
                    + " echo ready; while :; do :; done";

    @TempDir(factory = DiskTempFolder.class)
    private Path folder;

    private final Path memory = group("memory");
    private final Path cpu = group("cpu");

    private static Path group(String controller) {
        return CONTROLLERS
                .resolve(controller)
                .resolve("pagetax-test-" + ProcessHandle.current().pid());
    }

    @BeforeEach
    void makeGroups() throws IOException {
        Requirements.root();
        for (Path group : List.of(memory, cpu)) {
            assumeTrue(
                    Files.isWritable(group.resolveSibling("tasks")),
                    "needs a hierarchy of version 1 at " + group.getParent());
            Files.createDirectories(group.resolve("inner"));
        }
    }

    @AfterEach
    void removeGroups() throws IOException {
        for (Path group : List.of(memory, cpu)) {
            Files.deleteIfExists(group.resolve("inner"));
            Files.deleteIfExists(group);
        }
    }

    private Process start() throws IOException {
        Process process = new ProcessBuilder(
                        "sh",
                        "-c",
                        SCRIPT,
                        folder.resolve("file").toString(),
                        memory.resolve("inner").toString(),
                        cpu.resolve("inner").toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            assertThat(output.readLine()).isEqualTo("ready");
        }
        return process;
    }

    private static void end(Process process) throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Test
    void limitsOfTheOuterGroupHold() throws IOException, InterruptedException {
        Files.writeString(memory.resolve("memory.limit_in_bytes"), String.valueOf(64 * MIB));
        Files.writeString(cpu.resolve("cpu.cfs_period_us"), "20000");
        Files.writeString(cpu.resolve("cpu.cfs_quota_us"), "10000");
        Process process = start();
        try {
            Path folderInProc = Path.of("/proc", String.valueOf(process.pid()));
            long start = System.nanoTime();
            Cgroup cgroup;
            do {
                Thread.sleep(10);
                cgroup = Cgroup.of(folderInProc);
                assertThat(cgroup.throttledNanos()).isNotNull();
            } while (cgroup.throttledNanos() == 0 && System.nanoTime() - start < LIMIT);
            assertThat(cgroup.throttledNanos()).isPositive();
            assertThat(cgroup.cpuQuota()).isEqualTo(0.5);
            assertThat(cgroup.memoryLimitBytes()).isEqualTo(64 * MIB);
            assertThat(cgroup.memoryUsageBytes()).isBetween(6 * MIB, 64 * MIB);
            assertThat(cgroup.inactiveFileBytes()).isBetween(6 * MIB, cgroup.memoryUsageBytes());
        } finally {
            end(process);
        }
    }

    @Test
    void groupsWithoutLimitsHaveNoneOfTheirOwn() throws IOException, InterruptedException {
        Process process = start();
        try {
            Cgroup cgroup = Cgroup.of(Path.of("/proc", String.valueOf(process.pid())));
            assertThat(cgroup.memoryLimitBytes()).isNull();
            assertThat(cgroup.cpuQuota()).isNull();
            assertThat(cgroup.memoryUsageBytes()).isBetween(6 * MIB, 64 * MIB);
            assertThat(cgroup.throttledNanos()).isNotNull();
        } finally {
            end(process);
        }
    }

    @Test
    void groupOfThisProcessIsRead() throws IOException {
        Cgroup cgroup = Cgroup.ofThisProcess();
        assertThat(cgroup.memoryUsageBytes()).isNotNull().isPositive();
        assertThat(cgroup.throttledNanos()).isNotNull().isNotNegative();
    }
}
