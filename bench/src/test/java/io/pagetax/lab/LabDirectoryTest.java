package io.pagetax.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LabDirectoryTest {

    private static final int NOBODY = 65_534;

    @TempDir
    Path folder;

    private Path lab;

    @BeforeEach
    void name() throws IOException {
        lab = folder.toRealPath().resolve("lab");
    }

    /** Holds a lab's lock until its input ends: a lock keeps only other processes out. */
    static final class Holder {

        private Holder() {}

        public static void main(String[] arguments) throws IOException {
            Path directory = Path.of(arguments[1]);
            try (LabDirectory held = arguments[0].equals("share")
                            ? LabDirectory.share(directory)
                            : LabDirectory.open(directory).orElseThrow();
                    OutputStream out = new FileOutputStream(FileDescriptor.out)) {
                out.write(("held " + held.isMade() + "\n").getBytes(StandardCharsets.UTF_8));
                while (System.in.read() >= 0) {
                    // It is told by the end alone.
                }
            }
        }
    }

    private interface Check {
        void run() throws IOException;
    }

    private void whileAnotherProcess(String holds, Check check) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        holds,
                        lab.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            assertThat(out.readLine()).isEqualTo("held false");
            check.run();
        } finally {
            process.getOutputStream().close();
            process.onExit().join();
        }
    }

    /** As a lab leaves it when it stands. */
    private void stand() throws IOException {
        Requirements.root();
        LabDirectory.create(lab).close();
        Files.createFile(lab.resolve(StateFile.NAME));
    }

    @Test
    void isMadeForEverybodyToReadAndRootToWrite() throws IOException {
        Requirements.root();
        try (LabDirectory own = LabDirectory.create(lab)) {
            assertThat(own.isMade()).isTrue();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(lab)))
                    .isEqualTo("rwxr-xr-x");
        }
    }

    @Test
    void mayBeThereIfItIsEmptyOrHoldsNoMoreThanALock() throws IOException {
        Requirements.root();
        Files.createDirectory(lab);
        for (int time = 1; time <= 2; time++) {
            try (LabDirectory own = LabDirectory.create(lab)) {
                assertThat(own.isMade()).isFalse();
            }
        }
    }

    @Test
    void isRefusedIfItHoldsAnythingElse() throws IOException {
        Requirements.root();
        Files.createDirectory(lab);
        Path strange = Files.createFile(lab.resolve("strange"));
        assertThatThrownBy(() -> LabDirectory.create(lab))
                .isInstanceOf(LabException.class)
                .hasMessageContainingAll(lab.toString(), "not empty", "there is strange in it", "--dir");
        assertThat(lab).isDirectoryContaining(strange::equals).isDirectoryNotContaining("glob:**/lock");
    }

    @Test
    void isRefusedIfALabStandsThere() throws IOException {
        stand();
        assertThatThrownBy(() -> LabDirectory.create(lab))
                .isInstanceOf(LabException.class)
                .hasMessageContainingAll("a lab stands in " + lab, "pagetax lab down");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rwxrwxr-x", "rwxr-xrwx"})
    void isRefusedIfOthersMayWriteThere(String permissions) throws IOException {
        stand();
        Files.setPosixFilePermissions(lab, PosixFilePermissions.fromString(permissions));
        refusesToOpen();
        Files.delete(lab.resolve(StateFile.NAME));
        refusesToOpen();
        refusesToCreate();
    }

    @Test
    void isRefusedIfItIsAnothersWhateverItsPermissions() throws IOException {
        stand();
        Files.setAttribute(lab, "unix:uid", NOBODY);
        refusesToOpen();
        Files.delete(lab.resolve(StateFile.NAME));
        refusesToOpen();
        refusesToCreate();
    }

    private void refusesToCreate() {
        assertThatThrownBy(() -> LabDirectory.create(lab))
                .isInstanceOf(LabException.class)
                .hasMessageContainingAll(lab.toString(), "belongs to another user", "--dir");
    }

    private void refusesToOpen() {
        assertThatThrownBy(() -> LabDirectory.open(lab))
                .isInstanceOf(LabException.class)
                .hasMessageContainingAll(lab.toString(), "belongs to another user", "--dir");
    }

    @Test
    void isNotWhereASymbolicLinkLeads() throws IOException {
        Requirements.root();
        Path target = Files.createDirectory(folder.resolve("target"));
        Files.createSymbolicLink(lab, target);
        assertThatThrownBy(() -> LabDirectory.create(lab))
                .isInstanceOf(LabException.class)
                .hasMessageContainingAll(lab + " is no folder", "--dir");
        Files.createFile(target.resolve(StateFile.NAME));
        assertThat(LabDirectory.open(lab)).isEmpty();
        assertThat(target.resolve("lock")).doesNotExist();
    }

    @Test
    void isNoFile() throws IOException {
        Requirements.root();
        Files.createFile(lab);
        assertThatThrownBy(() -> LabDirectory.create(lab))
                .isInstanceOf(LabException.class)
                .hasMessageContainingAll(lab + " is no folder", "--dir");
        assertThat(LabDirectory.open(lab)).isEmpty();
        assertThat(lab).isRegularFile();
    }

    @Test
    void isNotOpenedWhereNoLabEverWas() throws IOException {
        Requirements.root();
        assertThat(LabDirectory.open(lab)).isEmpty();
        Files.createDirectory(lab);
        Files.createFile(lab.resolve("strange"));
        assertThat(LabDirectory.open(lab)).isEmpty();
        assertThat(lab.resolve("lock")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"open", "share"})
    void keepsOthersOutWhileAnotherProcessIsAtWork(String other) throws IOException {
        stand();
        whileAnotherProcess(other, () -> {
            assertThatThrownBy(() -> LabDirectory.open(lab))
                    .isInstanceOf(LabException.class)
                    .hasMessageContainingAll("another pagetax", lab.toString());
            Files.delete(lab.resolve(StateFile.NAME));
            assertThatThrownBy(() -> LabDirectory.create(lab))
                    .isInstanceOf(LabException.class)
                    .hasMessageContaining("another pagetax");
        });
        LabDirectory.create(lab).close();
    }

    @Test
    void isSharedByThoseWhoMeasure() throws IOException {
        stand();
        whileAnotherProcess("share", () -> LabDirectory.share(lab).close());
        whileAnotherProcess(
                "open",
                () -> assertThatThrownBy(() -> LabDirectory.share(lab))
                        .isInstanceOf(LabException.class)
                        .hasMessageContaining("another pagetax"));
    }

    @Test
    void isNotSharedWhereNoLabStands() {
        assertThatThrownBy(() -> LabDirectory.share(lab))
                .isInstanceOf(LabException.class)
                .hasMessageContainingAll("no lab stands in " + lab, "pagetax lab up");
    }

    @Test
    void isRemovedWithWhatIsItsOwn() throws IOException {
        stand();
        LabDirectory.remove(lab, true);
        assertThat(lab).doesNotExist();
    }

    @Test
    void staysIfItWasThereBefore() throws IOException {
        stand();
        LabDirectory.remove(lab, false);
        assertThat(lab).isEmptyDirectory();
    }

    @Test
    void staysIfSomethingElseIsInIt() throws IOException {
        stand();
        Path strange = Files.createFile(lab.resolve("strange"));
        LabDirectory.remove(lab, true);
        try (var left = Files.list(lab)) {
            assertThat(left).containsExactly(strange);
        }
    }

    @Test
    void isWhereLinksAboveItLeadWhetherOrNotItExists() throws IOException {
        Path real = folder.toRealPath();
        Path link = Files.createSymbolicLink(folder.resolve("link"), Files.createDirectory(real.resolve("above")));
        assertThat(LabDirectory.real(link.resolve("x/../lab"))).isEqualTo(real.resolve("above/lab"));
        Files.createSymbolicLink(real.resolve("above/lab"), folder);
        assertThat(LabDirectory.real(link.resolve("lab"))).isEqualTo(real.resolve("above/lab"));
        assertThat(Files.exists(lab, LinkOption.NOFOLLOW_LINKS)).isFalse();
    }

    @Test
    void isRefusedWithoutAFolderToBeIn() {
        assertThatThrownBy(() -> LabDirectory.real(folder.resolve("absent/lab")))
                .isInstanceOf(LabException.class)
                .hasMessageContaining("there is no ")
                .hasMessageContaining("absent");
        assertThatThrownBy(() -> LabDirectory.real(Path.of("/")))
                .isInstanceOf(LabException.class)
                .hasMessageContaining("--dir /");
    }
}
