package io.pagetax.scheme;

import io.pagetax.scheme.model.AddressSpace;
import io.pagetax.scheme.model.AnonymousBuffer;
import io.pagetax.scheme.model.FileMapping;
import io.pagetax.scheme.model.Frames;
import io.pagetax.scheme.model.Memory;
import io.pagetax.scheme.model.PageCache;
import io.pagetax.scheme.model.RamDevice;
import io.pagetax.scheme.model.Request;
import io.pagetax.scheme.model.Task;
import io.pagetax.scheme.model.WordMemory;

/** A machine with one file under a scheme, for tests: frames for the cache, for buffers, for the device. */
final class Machine {

    static final int CACHED = 64;
    static final int BUFFERS = 1024;
    static final int BLOCKS = 256;

    final Memory memory = new WordMemory(CACHED + BUFFERS + BLOCKS);
    final PageCache cache =
            new PageCache("A", 0, memory, new Frames(0, CACHED), new RamDevice(memory, CACHED + BUFFERS, 0));
    final CoherenceScheme scheme;
    final AddressSpace addressSpace = new AddressSpace();
    final Task task = new Task("T1", 1, addressSpace, null);
    final FileMapping mapping;

    Machine(Schemes type) {
        for (int block = 0; block < BLOCKS; block++) {
            memory.setWord(CACHED + BUFFERS + block, first(block));
        }
        this.scheme = type.over(cache);
        this.mapping = new FileMapping(addressSpace, cache, scheme, BLOCKS);
    }

    /** What stands in a block at first. */
    static long first(long block) {
        return 1000 + block;
    }

    /** Reads into buffers from {@code buffer} on. */
    Request read(int buffer, long index, int pages) {
        return Request.read(new AnonymousBuffer(CACHED + buffer)).of(index, pages);
    }

    /** Writes consecutive words from there. */
    Request write(int buffer, long index, int pages, long word) {
        for (int page = 0; page < pages; page++) {
            memory.setWord(CACHED + buffer + page, word + page);
        }
        return Request.write(new AnonymousBuffer(CACHED + buffer)).of(index, pages);
    }

    long word(int buffer) {
        return memory.word(CACHED + buffer);
    }

    /** What stands on the device. */
    long onDevice(int block) {
        return memory.word(CACHED + BUFFERS + block);
    }
}
