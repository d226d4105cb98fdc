package io.pagetax.testfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BlockPatternTest {

    private static final int LENGTH = 16_384;
    private static final BlockPattern OTHER = BlockPattern.of(Path.of("/srv/other.data"));
    private static final int FIRST_BIT_OF_GENERATION = 16 * Byte.SIZE;
    private static final int FIRST_BIT_OF_SEED = 24 * Byte.SIZE;

    private final BlockPattern pattern = BlockPattern.of(Path.of("/srv/some.data"));

    /** Bits all over the buffer, those of the units' headers among them; a generation may be any number. */
    static IntStream bits() {
        SplittableRandom random = new SplittableRandom(11);
        IntStream header = IntStream.range(0, 32 * Byte.SIZE);
        IntStream anywhere = random.ints(500, 0, LENGTH * Byte.SIZE);
        return IntStream.concat(header, anywhere).filter(bit -> {
            int inUnit = bit % (BlockPattern.UNIT * Byte.SIZE);
            return inUnit < FIRST_BIT_OF_GENERATION || inUnit >= FIRST_BIT_OF_SEED;
        });
    }

    @ParameterizedTest
    @CsvSource({
        "512, 0, 0",
        "512, 512, 3",
        "4096, 0, 0",
        "4096, 1099511627776, 9",
        "16384, 8192, 1",
        "6144, 6144, 1",
        "1048576, 268435456, 0"
    })
    void matchesWhatItFilled(int length, long offset, long generation) {
        ByteBuffer block = filled(length, offset, generation);
        assertThat(pattern.matches(block, length, offset)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("bits")
    void doesNotMatchOnceABitIsFlipped(int bit) {
        ByteBuffer block = filled(LENGTH, 65_536, 0);
        int at = bit / Byte.SIZE;
        block.put(at, (byte) (block.get(at) ^ 1 << bit % Byte.SIZE));
        assertThat(pattern.matches(block, LENGTH, 65_536)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 4096, 61_440, 69_632, -1})
    void doesNotMatchAtAnotherPlace(long offset) {
        assertThat(pattern.matches(filled(LENGTH, 65_536, 0), LENGTH, offset)).isFalse();
    }

    @Test
    void doesNotMatchTheBlocksOfAnotherFile() {
        assertThat(OTHER.matches(filled(LENGTH, 0, 0), LENGTH, 0)).isFalse();
    }

    @Test
    void isTheSameForAFileWhateverThePathThatLeadsToIt() {
        assertThat(BlockPattern.of(Path.of("some.data")).matches(filled(LENGTH, 0, 0), LENGTH, 0))
                .isTrue();
    }

    @Test
    void doesNotMatchZeros() {
        ByteBuffer zeros = buffer(LENGTH);
        assertThat(pattern.matches(zeros, LENGTH, 0)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {512, 4096, 16_384})
    void matchesAtTheNewPlaceOnceStamped(int length) {
        ByteBuffer block = filled(length, 0, 0);
        pattern.stamp(block, length, 1 << 20, 7);
        assertThat(pattern.matches(block, length, 1 << 20)).isTrue();
        assertThat(pattern.matches(block, length, 0)).isFalse();
    }

    @Test
    void stampsTheGeneration() {
        ByteBuffer block = filled(LENGTH, 0, 3);
        assertThat(block.getLong(16)).isEqualTo(3);
        pattern.stamp(block, LENGTH, 0, 4);
        assertThat(block.getLong(16)).isEqualTo(4);
        assertThat(block.getLong(BlockPattern.UNIT + 16)).isEqualTo(4);
    }

    @Test
    void leavesBytesBeyondTheLengthAlone() {
        ByteBuffer block = buffer(8192);
        pattern.fill(block, 4096, 0, 0);
        assertThat(block.getLong(4096)).isZero();
    }

    @Test
    void cannotBeCompressed() {
        int length = 1 << 20;
        byte[] bytes = new byte[length];
        filled(length, 0, 0).get(0, bytes);
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        deflater.setInput(bytes);
        deflater.finish();
        int compressed = deflater.deflate(new byte[2 * length]);
        deflater.end();
        assertThat((double) compressed / length).isGreaterThan(0.95);
    }

    @Test
    void differsBeyondTheHeadersFromPlaceToPlaceFileToFileAndGenerationToGeneration() {
        ByteBuffer here = stream(pattern, 0, 0);
        assertThat(stream(pattern, 4096, 0)).isNotEqualTo(here);
        assertThat(stream(pattern, 0, 1)).isNotEqualTo(here);
        assertThat(stream(OTHER, 0, 0)).isNotEqualTo(here);
        assertThat(stream(pattern, 0, 0)).isEqualTo(here);
    }

    private static ByteBuffer stream(BlockPattern pattern, long offset, long generation) {
        ByteBuffer block = buffer(4096);
        pattern.fill(block, 4096, offset, generation);
        return block.slice(32, 4096 - 32);
    }

    private ByteBuffer filled(int length, long offset, long generation) {
        ByteBuffer block = buffer(length);
        pattern.fill(block, length, offset, generation);
        return block;
    }

    private static ByteBuffer buffer(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.nativeOrder());
    }
}
