package io.pagetax.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VisibleTextTest {

    private static final Pattern HIDDEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}]");

    @Test
    void showsWhatControlsLinesAndTerminals() {
        assertThat(VisibleText.of("a\nb\rc\td")).isEqualTo("a\\nb\\rc\\td");
        assertThat(VisibleText.of("\u0000\u001b[31m\u007f\u0085\u009f"))
                .isEqualTo("\\u0000\\u001b[31m\\u007f\\u0085\\u009f");
        assertThat(VisibleText.of("\u2028\u2029")).isEqualTo("\\u2028\\u2029");
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                0x061c, 0x200b, 0x200c, 0x200d, 0x200e, 0x200f, 0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0x2060, 0x2066,
                0x2067, 0x2068, 0x2069, 0xfeff
            })
    void showsWhatTurnsTheTextAroundOrHasNoWidth(int character) {
        assertThat(VisibleText.of("a" + Character.toString(character) + "b"))
                .isEqualTo("a\\u" + Integer.toHexString(character | 0x10000).substring(1) + "b");
    }

    @Test
    void showsHalvesOfPairsAndHiddenPairs() {
        assertThat(VisibleText.of("a\ud800b\udc00c")).isEqualTo("a\\ud800b\\udc00c");
        assertThat(VisibleText.of("\udb40\udc41")).isEqualTo("\\udb40\\udc41");
    }

    @Test
    void leavesEverythingElseAsItIs() {
        String text = " 'a' \"b\" <c> \\n | é ß \u4f60\u597d \u0639 \ud83d\ude00 ";
        assertThat(VisibleText.of(text)).isEqualTo(text);
        assertThat(VisibleText.of(Runs.ofEveryKind())).isEqualTo(Runs.ofEveryKind());
    }

    @Test
    void reachesEveryTextOfARunAndTheKeysOfItsMaps() {
        Run visible = VisibleText.of(HostileRuns.ofEveryKind(""));
        assertThat(Json.flat(visible)).allSatisfy((key, value) -> {
            assertThat(HIDDEN.matcher(key).find()).as(key).isFalse();
            assertThat(HIDDEN.matcher(value.orElse("")).find()).as(key).isFalse();
        });
        assertThat(visible.rows().get(0).evidence()).isNotNull();
        assertThat(visible.environment().unknown().keySet()).anyMatch(key -> key.startsWith("fact\\n=1+1\\r\\n\\t"));
    }

    @Test
    void keepsRowsAndThoseWhoNameThemTogether() {
        Run visible = VisibleText.of(HostileRuns.ofEveryKind(""));
        List<String> ids = visible.rows().stream().map(Row::id).toList();
        assertThat(ids)
                .doesNotHaveDuplicates()
                .contains(visible.comparisons().get(0).denominator());
    }
}
