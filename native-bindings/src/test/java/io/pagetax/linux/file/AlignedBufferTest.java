package io.pagetax.linux.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.pagetax.linux.syscall.NativeMemory;
import io.pagetax.linux.syscall.Syscalls;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlignedBufferTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 511, 4096, 4097, 1 << 20})
    void memoryIsPageAlignedZeroAndOfTheLengthAskedFor(int length) throws NativeIoException {
        try (AlignedBuffer buffer = AlignedBuffer.allocate(length)) {
            assertThat(buffer.address() % NativeMemory.pageSize()).isZero();
            assertThat(buffer.length()).isEqualTo(length);
            assertThat(buffer.bytes().capacity()).isEqualTo(length);
            assertThat(buffer.bytes().order()).isEqualTo(ByteOrder.nativeOrder());
            assertThat(buffer.bytes()).isEqualTo(ByteBuffer.allocate(length));
        }
    }

    @Test
    void memoryIsTouchedBeforeItIsHandedOut() throws NativeIoException {
        int pages = 16;
        int length = pages * NativeMemory.pageSize();
        try (AlignedBuffer buffer = AlignedBuffer.allocate(length);
                AlignedBuffer vector = AlignedBuffer.allocate(pages)) {
            assertThat(Syscalls.get().mincore(buffer.address(), length, vector.address()))
                    .isZero();
            for (int i = 0; i < pages; i++) {
                assertThat(vector.bytes().get(i) & 1).as("page %d", i).isEqualTo(1);
            }
        }
    }

    @Test
    void bytesAreThoseAtTheAddress() throws NativeIoException {
        try (AlignedBuffer buffer = AlignedBuffer.allocate(4096)) {
            buffer.bytes().putInt(100, 0x12345678);
            assertThat(NativeMemory.view(buffer.address() + 100, 4).getInt(0)).isEqualTo(0x12345678);
            assertThat(NativeMemory.addressOf(buffer.bytes())).isEqualTo(buffer.address());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
    void lengthBelowOneIsRefused(int length) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AlignedBuffer.allocate(length))
                .withMessage("length must be at least 1: length=" + length);
    }

    @Test
    void closingTwiceIsFine() throws NativeIoException {
        AlignedBuffer buffer = AlignedBuffer.allocate(4096);
        buffer.close();
        assertThatNoException().isThrownBy(buffer::close);
    }

    @Test
    void useAfterCloseIsRefused() throws NativeIoException {
        AlignedBuffer buffer = AlignedBuffer.allocate(4096);
        buffer.close();
        assertThatIllegalStateException().isThrownBy(buffer::address).withMessage("closed: buffer of 4096 bytes");
        assertThatIllegalStateException().isThrownBy(buffer::bytes).withMessage("closed: buffer of 4096 bytes");
    }
}
