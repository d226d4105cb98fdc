package io.pagetax.linux.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** On folders that look like the control groups of other machines. */
class CgroupTest {

    private static final Cgroup NOTHING = new Cgroup(null, null, null, null, null);

    @TempDir
    private Path folder;

    private void file(String path, String content) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content + "\n");
    }

    /** A process, with the hierarchy of version 2 below {@code v2}, or of version 1 below {@code memory} and {@code cpu}. */
    private Cgroup cgroup(String memberships, String root) throws IOException {
        file("proc/cgroup", memberships);
        file(
                "proc/mountinfo",
                mount(2, "memory", root, "cgroup cgroup rw,memory")
                        + mount(3, "cpu", root, "cgroup cgroup rw,cpu,cpuacct")
                        + mount(4, "v2", root, "cgroup2 cgroup2 rw"));
        return Cgroup.of(folder.resolve("proc"));
    }

    private String mount(int id, String point, String root, String end) {
        return id + " 1 0:3" + id + " " + root + " " + folder.resolve(point) + " rw,nosuid shared:9 - " + end + "\n";
    }

    @Test
    void unifiedHierarchyIsReadFromTheGroupWithTheTightestLimit() throws IOException {
        file("v2/cgroup.procs", "");
        file("v2/cpu.stat", "usage_usec 1");
        file("v2/a/memory.max", "1000");
        file("v2/a/memory.current", "900");
        file("v2/a/memory.stat", "anon 1\ninactive_file 300\ntotal_inactive_file 5");
        file("v2/a/cpu.max", "200000 100000");
        file("v2/a/cpu.stat", "usage_usec 1\nthrottled_usec 7");
        file("v2/a/b/memory.max", "max");
        file("v2/a/b/memory.current", "10");
        file("v2/a/b/memory.stat", "inactive_file 3");
        file("v2/a/b/cpu.max", "50000 100000");
        file("v2/a/b/cpu.stat", "usage_usec 1\nthrottled_usec 5");
        assertThat(cgroup("0::/a/b", "/")).isEqualTo(new Cgroup(1000L, 900L, 300L, 0.5, 12_000L));
    }

    @Test
    void unifiedHierarchyWithoutLimitsTellsWhatIsUsed() throws IOException {
        file("v2/a/memory.max", "max");
        file("v2/a/memory.current", "10");
        file("v2/a/memory.stat", "inactive_file 3");
        file("v2/a/cpu.max", "max 100000");
        file("v2/a/cpu.stat", "usage_usec 1\nthrottled_usec 0");
        assertThat(cgroup("0::/a", "/")).isEqualTo(new Cgroup(null, 10L, 3L, null, 0L));
    }

    @Test
    void rootOfTheUnifiedHierarchyTellsNothing() throws IOException {
        file("v2/cpu.stat", "usage_usec 1");
        assertThat(cgroup("0::/", "/")).isEqualTo(NOTHING);
    }

    @Test
    void hierarchiesOfVersion1AreReadEachForItself() throws IOException {
        file("memory/memory.limit_in_bytes", "9223372036854771712");
        file("memory/m/memory.limit_in_bytes", "1000");
        file("memory/m/memory.usage_in_bytes", "900");
        file("memory/m/memory.stat", "inactive_file 1\nhierarchical_memory_limit 7\ntotal_inactive_file 300");
        file("memory/m/n/memory.limit_in_bytes", "2000");
        file("cpu/c/cpu.cfs_quota_us", "150000");
        file("cpu/c/cpu.cfs_period_us", "100000");
        file("cpu/c/cpu.stat", "nr_periods 1\nnr_throttled 2\nthrottled_time 77");
        file("v2/memory.max", "1");
        assertThat(cgroup("5:memory:/m/n\n3:cpu,cpuacct:/c\n0::/", "/"))
                .isEqualTo(new Cgroup(1000L, 900L, 300L, 1.5, 77L));
    }

    /** The huge number is the largest multiple of a page. */
    @ParameterizedTest
    @CsvSource({"9223372036854771712", "9223372036854710272", "9223372036854775807"})
    void noLimitOfVersion1IsNull(String unlimited) throws IOException {
        file("memory/memory.limit_in_bytes", unlimited);
        file("memory/memory.usage_in_bytes", "5");
        file("cpu/cpu.cfs_quota_us", "-1");
        file("cpu/cpu.cfs_period_us", "100000");
        assertThat(cgroup("5:memory:/\n3:cpu,cpuacct:/", "/")).isEqualTo(new Cgroup(null, 5L, null, null, null));
    }

    /** A container may see its own group mounted as the root, and the path that it has outside. */
    @ParameterizedTest
    @CsvSource({"/docker/c1, /docker/c1", "/docker/c1, /", "/, /../..", "/../other, /", "/docker/c1, /docker/c10"})
    void containerSeesItsOwnGroupAsTheRoot(String path, String root) throws IOException {
        file("v2/memory.max", "1000");
        assertThat(cgroup("0::" + path, root).memoryLimitBytes()).isEqualTo(1000);
    }

    @Test
    void groupBelowTheMountedOneIsFound() throws IOException {
        file("v2/memory.max", "1000");
        file("v2/inner/memory.max", "500");
        assertThat(cgroup("0::/docker/c1/inner", "/docker/c1").memoryLimitBytes())
                .isEqualTo(500);
    }

    @Test
    void kernelOrContainerWithoutControlGroupsTellsNothing() throws IOException {
        file("proc/mountinfo", "1 0 8:1 / / rw - ext4 /dev/sda1 rw");
        assertThat(Cgroup.of(folder.resolve("proc"))).isEqualTo(NOTHING);
        file("proc/cgroup", "5:memory:/\n0::/");
        assertThat(Cgroup.of(folder.resolve("proc"))).isEqualTo(NOTHING);
    }
}
