package io.pagetax.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SystemFilesTest {

    @TempDir
    Path root;

    /** The kernel's least value has three digits, of which a reading byte by byte would see the first. */
    @Test
    void readsAllDigitsOfAKernelParameter() {
        assertThat(SystemFiles.OF_THIS_MACHINE.number("/proc/sys/kernel/pid_max"))
                .isGreaterThanOrEqualTo(301);
    }

    @Test
    void readsWhatIsLongerThanItsBuffer() throws Exception {
        String content = "x".repeat(200_000);
        assertThat(new SystemFixture(root).with("/proc/long", content).files().text("/proc/long"))
                .isEqualTo(content);
    }

    @Test
    void tellsApartWhatIsAbsentAndWhatSaysNothing() throws Exception {
        SystemFiles files = new SystemFixture(root).with("/proc/word", "max").files();
        assertThat(files.number("/proc/word")).isNull();
        assertThat(files.whyNot("/proc/word")).isEqualTo("/proc/word does not tell");
        assertThat(files.text("/proc/absent")).isNull();
        assertThat(files.whyNot("/proc/absent")).isEqualTo("there is no /proc/absent");
        assertThat(files.entries("/proc/absent", "*")).isEmpty();
    }

    @Test
    void listsTheEntriesOfAFolderByTheirFullNames() throws Exception {
        SystemFixture fixture = new SystemFixture(root)
                .with("/sys/cpu1/x", "1")
                .with("/sys/cpu0/x", "0")
                .with("/sys/y", "");
        assertThat(fixture.files().entries("/sys", "cpu[0-9]*")).containsExactly("/sys/cpu0", "/sys/cpu1");
    }
}
