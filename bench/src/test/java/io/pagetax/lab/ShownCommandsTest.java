package io.pagetax.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShownCommandsTest {

    @TempDir
    Path folder;

    private final List<String> shown = new ArrayList<>();
    private final ShownCommands commands = new ShownCommands(shown::add);

    @Test
    void leavePlainWordsAsTheyAre() {
        assertThat(commands.run(List.of("mkfs.ext4", "-q", "-O", "^has_journal", "/dev/loop[a.img]")))
                .isEmpty();
        assertThat(shown).containsExactly("mkfs.ext4 -q -O ^has_journal /dev/loop[a.img]");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {"a b, 'a b'", "a;b, 'a;b'", "$HOME, '$HOME'", "~, '~'", "it's, 'it'\\''s'", "\"\", ''"})
    void quoteOtherWords(String word, String quoted) {
        commands.run(List.of("mkdir", word));
        assertThat(shown).containsExactly("mkdir " + quoted);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "it's", "''", "'", "$(id)", "`id`", "a\\b", "a\nb", "\"a\"", "*", "#", "a=b", "!!"})
    void showWhatAShellTakesForTheSameWords(String word) throws IOException {
        commands.run(List.of("printf", "<%s>", word, "end"));
        SystemCommands system = new SystemCommands(folder, () -> false);
        assertThat(system.run("env", "LC_ALL=C.UTF-8", "sh", "-c", shown.get(0)))
                .isEqualTo(system.run("printf", "<%s>", word, "end"));
    }

    @Test
    void showFilesOfTheKernelsThatAreWrittenAndRead() {
        commands.write(Path.of("/sys/a b"), "7:0 200");
        assertThat(commands.read(Path.of("/sys/class/zram-control/hot_add"))).isEmpty();
        assertThat(shown).containsExactly("echo '7:0 200' > '/sys/a b'", "cat /sys/class/zram-control/hot_add");
    }

    @Test
    void showActionsAndDoNone() {
        assertThatCode(() -> commands.act("mkdir /a", () -> {
                    throw new IOException("done");
                }))
                .doesNotThrowAnyException();
        assertThat(shown).containsExactly("mkdir /a");
        assertThat(commands.isDryRun()).isTrue();
    }
}
