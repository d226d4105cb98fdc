package io.pagetax.linux.syscall;

import static org.assertj.core.api.Assertions.assertThat;

import io.pagetax.linux.testing.Commands;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class NativeMemoryTest {

    private final ByteBuffer memory = ByteBuffer.allocateDirect(64).order(ByteOrder.nativeOrder());

    @Test
    void pageSizeIsThatOfTheSystem() {
        assertThat(NativeMemory.pageSize()).isEqualTo(Integer.parseInt(Commands.run("getconf", "PAGESIZE")));
    }

    @Test
    void viewOfABuffersAddressSharesItsBytes() {
        ByteBuffer view = NativeMemory.view(NativeMemory.addressOf(memory) + 8, 16);
        view.putLong(0, 0x0123456789abcdefL);
        assertThat(memory.getLong(8)).isEqualTo(0x0123456789abcdefL);
        memory.put(23, (byte) 7);
        assertThat(view.get(15)).isEqualTo((byte) 7);
        assertThat(view.capacity()).isEqualTo(16);
    }

    @Test
    void addressIsThatOfTheFirstByteWhateverThePosition() {
        long address = NativeMemory.addressOf(memory);
        assertThat(NativeMemory.addressOf(memory.position(10))).isEqualTo(address);
    }

    @Test
    void stringEndsWithNul() {
        ByteBuffer text = NativeMemory.cString("/a b");
        byte[] bytes = new byte[text.capacity()];
        text.get(0, bytes);
        assertThat(bytes).isEqualTo("/a b\0".getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void emptyStringIsOnlyNul() {
        assertThat(NativeMemory.cString("").capacity()).isEqualTo(1);
    }
}
