package io.pagetax.linux.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.pagetax.linux.syscall.NativeMemory;
import io.pagetax.linux.testing.ChildJvm;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages that a file loses under its mapping. In a JVM of its own, which dies if it is not as documented. */
class FileMappingFaultTest {

    private static final int PAGE = NativeMemory.pageSize();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"-Xint", "-XX:TieredStopAtLevel=1", "-XX:-TieredCompilation", "-XX:+TieredCompilation"})
    void errorComesAtTheLatestWithTheNextSystemCallWhateverRunsTheCode(String mode) {
        ChildJvm.run(
                Map.of("JAVA_TOOL_OPTIONS", mode),
                ReadsPagesCutOff.class,
                folder.resolve("file").toString());
    }

    static final class ReadsPagesCutOff {

        private static final int ROUNDS = 40;
        private static final int CALLS_PER_ROUND = 1_000;

        public static void main(String[] arguments) throws IOException {
            Path path = Files.write(Path.of(arguments[0]), new byte[4 * PAGE]);
            try (LinuxFile file = LinuxFile.open(path, OpenFlag.RDWR);
                    FileMapping mapping = FileMapping.readOnly(file, 4L * PAGE)) {
                for (int length : new int[] {1, 8, PAGE}) {
                    readsPagesCutOff(file, mapping, ByteBuffer.allocateDirect(length));
                    readsPagesCutOff(file, mapping, ByteBuffer.allocate(length));
                }
            }
        }

        private static void readsPagesCutOff(LinuxFile file, FileMapping mapping, ByteBuffer target)
                throws IOException {
            int errors = 0;
            for (int round = 0; round < ROUNDS; round++) {
                file.truncate(2L * PAGE);
                errors += copyAndCall(file, mapping, 3L * PAGE, target);
                errors += 10 * copyAndCall(file, mapping, PAGE, target);
                file.truncate(4L * PAGE);
                for (int i = 0; i < CALLS_PER_ROUND; i++) {
                    errors += 10 * copyAndCall(file, mapping, (long) i % 4 * PAGE, target);
                }
            }
            assertThat(errors).as("one a round, of the page cut off").isEqualTo(ROUNDS);
        }

        private static int copyAndCall(LinuxFile file, FileMapping mapping, long offset, ByteBuffer target)
                throws IOException {
            try {
                mapping.copy(offset, target, target.capacity());
                file.advise(0, 0, 0);
                return 0;
            } catch (InternalError error) {
                return 1;
            }
        }
    }
}
