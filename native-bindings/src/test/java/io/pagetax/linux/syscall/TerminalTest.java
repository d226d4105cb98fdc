package io.pagetax.linux.syscall;

import static org.assertj.core.api.Assertions.assertThat;

import io.pagetax.linux.testing.ChildJvm;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TerminalTest {

    @Test
    void fileIsNoTerminal() {
        ChildJvm.run(Map.of(), StandardErrorIsAFile.class);
    }

    static final class StandardErrorIsAFile {

        public static void main(String[] arguments) {
            assertThat(Terminal.isStandardError()).isFalse();
        }
    }
}
