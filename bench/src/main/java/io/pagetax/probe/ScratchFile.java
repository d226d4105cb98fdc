package io.pagetax.probe;

import io.pagetax.linux.file.AlignedBuffer;
import io.pagetax.linux.file.LinuxFile;
import io.pagetax.linux.file.NativeIoException;
import io.pagetax.linux.file.OpenFlag;
import io.pagetax.linux.pagecache.PageCache;
import io.pagetax.linux.pagecache.Residency;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file of a probe's own, with a descriptor that reads and writes through the page cache and one that asks to go past it.
 * It is removed when it is closed. <b>Not thread-safe</b>, but its descriptors are.
 */
final class ScratchFile implements AutoCloseable {

    /** Of a file that was just made. */
    static final int FIRST_GENERATION = 1;

    private static final int PAGE = Site.PAGE;
    private static final int TRIES = 5;
    private static final long PAUSE_MS = 10;

    private final Path path;
    private final int pages;
    private final LinuxFile buffered;
    private final LinuxFile direct;
    private final PageCache cache;
    private final AlignedBuffer memory;

    private ScratchFile(
            Path path, int pages, LinuxFile buffered, LinuxFile direct, PageCache cache, AlignedBuffer memory) {
        this.path = path;
        this.pages = pages;
        this.buffered = buffered;
        this.direct = direct;
        this.cache = cache;
        this.memory = memory;
    }

    /** If anything goes wrong, the file does not stay. */
    static ScratchFile create(Path path, int pages) throws IOException {
        LinuxFile buffered = LinuxFile.open(path, OpenFlag.RDWR, OpenFlag.CREAT, OpenFlag.EXCL);
        LinuxFile direct = null;
        ScratchFile made = null;
        try {
            AlignedBuffer memory = AlignedBuffer.allocate(Math.max(pages, 1) * PAGE);
            Content.fill(memory.bytes(), 0, pages * PAGE, 0, FIRST_GENERATION);
            buffered.write(memory.address(), (long) pages * PAGE, 0);
            direct = LinuxFile.open(path, OpenFlag.RDWR, OpenFlag.DIRECT);
            made = new ScratchFile(path, pages, buffered, direct, PageCache.of(path), memory);
            made.buffered.sync();
            made.evict();
            return made;
        } catch (NativeIoException failed) {
            if (made == null) {
                buffered.close();
                if (direct != null) {
                    direct.close();
                }
                Files.deleteIfExists(path);
            } else {
                made.close();
            }
            throw failed;
        }
    }

    /** The descriptor that goes through the page cache. */
    LinuxFile buffered() {
        return buffered;
    }

    /** The descriptor with O_DIRECT. */
    LinuxFile direct() {
        return direct;
    }

    /** Where it is. */
    Path path() {
        return path;
    }

    /** Pages that it had when it was made. */
    int pages() {
        return pages;
    }

    /** Pages that are in the cache. */
    long resident() throws NativeIoException {
        return resident(0, Math.max(pages, 1));
    }

    /** Pages of a part that are in the cache. */
    long resident(int firstPage, int count) throws NativeIoException {
        return cache.residency((long) firstPage * PAGE, (long) count * PAGE)
                .map(Residency::resident)
                .orElseThrow(() -> new IllegalStateException("the kernel does not tell what is cached of " + path));
    }

    /**
     * Writes back and drops all pages that can be dropped. Pages that the kernel is still busy with go a little later, so
     * this tries again if some stay; if all do, they belong there.
     *
     * @return pages that stay
     */
    long evict() throws NativeIoException {
        long all = resident();
        long left = drop();
        for (int attempt = 1; attempt < TRIES && left > 0; attempt++) {
            if (left == all && attempt > 1) {
                break;
            }
            Pause.ms(PAUSE_MS);
            left = drop();
        }
        return left;
    }

    private long drop() throws NativeIoException {
        cache.flush();
        cache.evict(0, 0);
        return resident();
    }

    /** Brings all of it into the cache, page by page, so that each can leave by itself. */
    void warmSinglePages() throws NativeIoException {
        cache.populateSinglePages(0, (long) pages * PAGE);
    }

    /** Brings all of it into the cache as a program does that reads it from start to end. */
    void warm() throws NativeIoException {
        cache.populate(0, (long) pages * PAGE);
    }

    /** One page through the cache: its generation, or what {@link Content#generation} tells. */
    int readBuffered(int page) throws NativeIoException {
        return read(buffered, page);
    }

    /** One page by O_DIRECT. */
    int readDirect(int page) throws NativeIoException {
        return read(direct, page);
    }

    private int read(LinuxFile file, int page) throws NativeIoException {
        int at = Math.min(page, Math.max(pages, 1) - 1) * PAGE;
        file.read(memory.address() + at, PAGE, (long) page * PAGE);
        return Content.generation(memory.bytes(), at, PAGE, (long) page * PAGE);
    }

    /** Writes pages through the cache. */
    void writeBuffered(int firstPage, int count, int generation) throws NativeIoException {
        write(buffered, firstPage, count, generation);
    }

    /** Writes pages by O_DIRECT, in one call. */
    void writeDirect(int firstPage, int count, int generation) throws NativeIoException {
        write(direct, firstPage, count, generation);
    }

    private void write(LinuxFile file, int firstPage, int count, int generation) throws NativeIoException {
        int at = firstPage * PAGE;
        Content.fill(memory.bytes(), at, count * PAGE, at, generation);
        file.write(memory.address() + at, (long) count * PAGE, at);
    }

    @Override
    public void close() throws IOException {
        try (direct;
                buffered;
                cache;
                memory) {
            Files.deleteIfExists(path);
        }
    }
}
