package io.pagetax.probe;

import io.pagetax.linux.file.AlignedBuffer;
import io.pagetax.linux.file.NativeIoException;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Direct transfers at many places of a file, all of the same odd shape, and what becomes of the data: every byte that was
 * asked for, every byte of memory around the buffer, and every byte of the file around what was written. <b>Not
 * thread-safe.</b>
 */
final class ShiftedTransfers {

    /** Data was wrong, or bytes changed that nobody asked to change. */
    static final String CORRUPTS = "corrupts";

    private static final int PAGE = Site.PAGE;

    /** Of pages, so that neighbours of every transfer stay as they were. */
    private static final int STRIDE = 2;

    private static final int PLACES = 64;

    /** One before the buffer, two that it may lie in, and one behind it. */
    private static final int MEMORY_PAGES = 4;

    private static final byte GUARD = 0x5a;

    private final ScratchFile file;
    private final Shape shape;
    private final AlignedBuffer memory;
    private int generation = ScratchFile.FIRST_GENERATION;
    private boolean corrupt;
    private long shortest;

    private ShiftedTransfers(ScratchFile file, Shape shape, AlignedBuffer memory) {
        this.file = file;
        this.shape = shape;
        this.memory = memory;
        this.shortest = shape.length;
    }

    /** Which way data goes. */
    enum Direction {
        READ,
        WRITE;

        /** As in ids. */
        String word() {
            return this == READ ? "read" : "write";
        }
    }

    /**
     * Of one transfer. All shifts are from a page.
     *
     * @param bufferShift of the memory's address, in bytes, at most a page
     * @param offsetShift of the place in the file, in bytes, at most a page
     * @param length in bytes, at most a page
     */
    record Shape(Direction direction, int bufferShift, int offsetShift, int length) {}

    /**
     * What became of transfers.
     *
     * @param word {@code refused:ERRNO}, {@code buffered}, {@code direct}, {@code partial:BYTES} or {@link #CORRUPTS}
     */
    record Outcome(String word, String detail) {}

    /** Tries a shape on a file of its own. */
    static Outcome attempt(Site site, Shape shape) throws IOException {
        try (ScratchFile file = site.file(PLACES * STRIDE + STRIDE);
                AlignedBuffer memory = AlignedBuffer.allocate(MEMORY_PAGES * PAGE)) {
            return new ShiftedTransfers(file, shape, memory).attempt();
        }
    }

    private Outcome attempt() throws IOException {
        Route route;
        try {
            route = shape.direction == Direction.READ
                    ? Route.ofReads(file, this::readAll, (long) PLACES * shape.length)
                    : Route.ofWrites(file, this::writeAll, PLACES);
        } catch (NativeIoException refused) {
            return new Outcome("refused:" + refused.errno().name(), "the kernel refuses it");
        }
        if (shape.direction == Direction.WRITE) {
            verifyFile();
        }
        if (corrupt) {
            return new Outcome(CORRUPTS, "bytes are wrong, in the data or around it");
        }
        if (shortest < shape.length) {
            return new Outcome("partial:" + shortest, "of " + shape.length + " bytes");
        }
        return new Outcome(route.way() == Route.Way.DIRECT ? "direct" : "buffered", route.detail());
    }

    private void readAll() throws NativeIoException {
        for (int place = 0; place < PLACES; place++) {
            guard();
            transferred(RawIo.read(file.direct(), address(), shape.length, offset(place)));
            verifyMemory(offset(place), ScratchFile.FIRST_GENERATION);
        }
    }

    private void writeAll() throws NativeIoException {
        generation++;
        for (int place = 0; place < PLACES; place++) {
            guard();
            Content.fill(memory.bytes(), at(), shape.length, offset(place), generation);
            transferred(RawIo.write(file.direct(), address(), shape.length, offset(place)));
            verifyMemory(offset(place), generation);
        }
    }

    private void transferred(long bytes) {
        shortest = Math.min(shortest, bytes);
    }

    private int at() {
        return PAGE + shape.bufferShift % PAGE;
    }

    private long address() {
        return memory.address() + at();
    }

    private long offset(int place) {
        return (long) place * STRIDE * PAGE + shape.offsetShift;
    }

    private void guard() {
        ByteBuffer bytes = memory.bytes();
        for (int i = 0; i < memory.length(); i++) {
            bytes.put(i, GUARD);
        }
    }

    private void verifyMemory(long offset, int expected) {
        // A short read leaves the rest as it was, and is told as such.
        int length = (int) shortest;
        corrupt |= !Content.matches(memory.bytes(), at(), length, offset, expected);
        corrupt |= !isGuarded(0, at()) || !isGuarded(at() + shape.length, memory.length());
    }

    private boolean isGuarded(int from, int to) {
        for (int i = from; i < to; i++) {
            if (memory.bytes().get(i) != GUARD) {
                return false;
            }
        }
        return true;
    }

    private void verifyFile() throws IOException {
        file.evict();
        try (AlignedBuffer all = AlignedBuffer.allocate(file.pages() * PAGE)) {
            file.buffered().read(all.address(), all.length(), 0);
            int end = 0;
            for (int place = 0; place < PLACES; place++) {
                int start = (int) offset(place);
                corrupt |= !Content.matches(all.bytes(), end, start - end, end, ScratchFile.FIRST_GENERATION);
                end = start + (int) shortest;
                corrupt |= !Content.matches(all.bytes(), start, end - start, start, generation);
            }
            corrupt |= !Content.matches(all.bytes(), end, all.length() - end, end, ScratchFile.FIRST_GENERATION);
        }
    }
}
