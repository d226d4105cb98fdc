package io.pagetax.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentTest {

    private static final int LENGTH = 4096;
    private static final long OFFSET = 3L << 20;

    private final ByteBuffer bytes = ByteBuffer.allocate(3 * LENGTH);

    private int generation() {
        return Content.generation(bytes, LENGTH, LENGTH, OFFSET);
    }

    @Test
    void tellsTheGenerationThatWasWritten() {
        Content.fill(bytes, LENGTH, LENGTH, OFFSET, 77);
        assertThat(generation()).isEqualTo(77);
        assertThat(Content.matches(bytes, LENGTH, LENGTH, OFFSET, 77)).isTrue();
        assertThat(Content.matches(bytes, LENGTH, LENGTH, OFFSET, 78)).isFalse();
        assertThat(bytes.get(LENGTH - 1)).isZero();
        assertThat(bytes.get(2 * LENGTH)).isZero();
    }

    @Test
    void tellsZerosFromData() {
        assertThat(generation()).isEqualTo(Content.ZEROS);
        Content.fill(bytes, LENGTH, 512, OFFSET, 1);
        assertThat(generation()).isEqualTo(Content.PARTLY_ZEROS);
    }

    @Test
    void seesThatAWriteIsHalfDone() {
        Content.fill(bytes, LENGTH, LENGTH, OFFSET, 4);
        Content.fill(bytes, LENGTH + 512, 8, OFFSET + 512, 5);
        assertThat(generation()).isEqualTo(Content.TORN);
    }

    @ParameterizedTest
    @CsvSource({"0", "8", "4088"})
    void seesWhatBelongsElsewhere(int at) {
        Content.fill(bytes, LENGTH, LENGTH, OFFSET, 4);
        Content.fill(bytes, LENGTH + at, 8, OFFSET + at + 8, 4);
        assertThat(generation()).isEqualTo(Content.GARBAGE);
    }

    @ParameterizedTest
    @CsvSource({"1, 4095", "3, 1", "511, 513", "0, 4095"})
    void fillsOddPartsAsItFillsTheWhole(int shift, int length) {
        Content.fill(bytes, LENGTH, LENGTH, OFFSET, 9);
        ByteBuffer part = ByteBuffer.allocate(LENGTH);
        Content.fill(part, 0, length, OFFSET + shift, 9);
        for (int i = 0; i < Math.min(length, LENGTH - shift); i++) {
            assertThat(part.get(i)).isEqualTo(bytes.get(LENGTH + shift + i));
        }
        assertThat(Content.matches(part, 0, length, OFFSET + shift, 9)).isTrue();
    }

    @Test
    void seesASingleWrongByte() {
        Content.fill(bytes, LENGTH, LENGTH, OFFSET, 9);
        bytes.put(LENGTH + 100, (byte) (bytes.get(LENGTH + 100) + 1));
        assertThat(Content.matches(bytes, LENGTH, LENGTH, OFFSET, 9)).isFalse();
    }
}
