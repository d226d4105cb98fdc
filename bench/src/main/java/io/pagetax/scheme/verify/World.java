package io.pagetax.scheme.verify;

import io.pagetax.scheme.CoherenceScheme;
import io.pagetax.scheme.Schemes;
import io.pagetax.scheme.model.AddressSpace;
import io.pagetax.scheme.model.AnonymousBuffer;
import io.pagetax.scheme.model.FileMapping;
import io.pagetax.scheme.model.Frames;
import io.pagetax.scheme.model.Journal;
import io.pagetax.scheme.model.MappedBuffer;
import io.pagetax.scheme.model.Memory;
import io.pagetax.scheme.model.Page;
import io.pagetax.scheme.model.PageCache;
import io.pagetax.scheme.model.Request;
import io.pagetax.scheme.model.Task;
import io.pagetax.scheme.model.WordMemory;
import org.jspecify.annotations.Nullable;

/** A small machine with two files of a few pages, made anew for each interleaving. */
final class World {

    /** Pages of each file. */
    static final int PAGES = 4;

    private static final int CACHED = 2 * PAGES;
    private static final int BUFFERS = 4;
    private static final int FIRST_BUFFER = CACHED;
    private static final int FIRST_BLOCK = FIRST_BUFFER + BUFFERS;

    /** What stands in block {@code i} of a file at first: these, each plus {@code i}. */
    static final long[] FIRST_WORDS = {100, 200};

    private final Memory memory = new WordMemory(FIRST_BLOCK + 2 * PAGES);
    private final Frames frames = new Frames(0, CACHED);
    private final Journal journal;
    private final AddressSpace addressSpace = new AddressSpace();
    private final Schemes type;
    private final boolean stray;
    private final File a;
    private @Nullable File b;
    private int buffers;

    World(Subject subject, Journal journal) {
        this.journal = journal;
        this.type = subject.scheme();
        this.stray = subject.stray();
        this.a = new File(type, 0);
        if (stray) {
            a.mapping().load(task(0), PAGES - 1);
        }
    }

    /** A file, mapped into the one process. */
    final class File {
        private final CoherenceScheme scheme;
        private final FileMapping mapping;
        private final PageCache cache;
        private final ExtentDevice device;
        private final int firstBlock;

        File(Schemes type, int number) {
            this.firstBlock = FIRST_BLOCK + number * PAGES;
            this.device = new ExtentDevice(memory, firstBlock, PAGES);
            for (int block = 0; block < PAGES; block++) {
                memory.setWord(firstBlock + block, FIRST_WORDS[number] + block);
            }
            this.cache = new PageCache(number == 0 ? "A" : "B", number, memory, frames, device);
            this.scheme = type.over(cache);
            this.mapping = new FileMapping(addressSpace, cache, scheme, PAGES);
        }

        CoherenceScheme scheme() {
            return scheme;
        }

        FileMapping mapping() {
            return mapping;
        }

        /** A read of one page into a mapping of this file. */
        Request readInto(long page) {
            return Request.read(new MappedBuffer(mapping, page));
        }

        /** A write of one page from a mapping of this file. */
        Request writeFrom(long page) {
            return Request.write(new MappedBuffer(mapping, page));
        }
    }

    File a() {
        return a;
    }

    /** Made when it is asked for first, which is not for threads that are under way. */
    File b() {
        File file = b;
        if (file == null) {
            file = new File(type, 1);
            if (stray) {
                file.mapping().load(task(0), PAGES - 1);
            }
            b = file;
        }
        return file;
    }

    AddressSpace addressSpace() {
        return addressSpace;
    }

    Task task(int number) {
        return new Task("T" + number, number, addressSpace, journal);
    }

    /** A page of memory of the process's own. Not for use once threads are under way. */
    int buffer(long word) {
        int frame = FIRST_BUFFER + buffers++;
        memory.setWord(frame, word);
        return frame;
    }

    Request readInto(int buffer) {
        return Request.read(new AnonymousBuffer(buffer));
    }

    Request writeFrom(int buffer) {
        return Request.write(new AnonymousBuffer(buffer));
    }

    /** What a file's block holds: zero if it was freed. */
    long onDevice(File file, long block) {
        return file.device.isHole((int) block) ? 0 : memory.word(file.firstBlock + (int) block);
    }

    /** What whoever reads through the cache sees; looked up, not read, which takes the model checker longer than all else. */
    long inCache(File file, Task task, long index) {
        Page page = file.cache.find(task, index);
        if (page == null) {
            return onDevice(file, index);
        }
        long word = page.isUptodate() ? memory.word(page.frame()) : onDevice(file, index);
        page.put(task);
        return word;
    }

    /** Whether the first block of the first file was freed and then written by somebody who thought it was still his. */
    boolean foreignBlockWasWritten() {
        return a.device.isHole(0) && memory.word(a.firstBlock) != ExtentDevice.FOREIGN;
    }

    void setWord(int frame, long word) {
        memory.setWord(frame, word);
    }

    long word(int frame) {
        return memory.word(frame);
    }
}
