package io.pagetax.scheme.measure;

import io.pagetax.linux.file.NativeIoException;
import io.pagetax.scheme.CoherenceScheme;
import io.pagetax.scheme.Schemes;
import io.pagetax.scheme.model.AnonymousBuffer;
import io.pagetax.scheme.model.Device;
import io.pagetax.scheme.model.Frames;
import io.pagetax.scheme.model.NullDevice;
import io.pagetax.scheme.model.PageCache;
import io.pagetax.scheme.model.RamDevice;
import io.pagetax.scheme.model.Request;
import io.pagetax.scheme.model.SlabMemory;
import io.pagetax.scheme.model.Task;
import java.util.function.Function;

/**
 * A machine with a file whose pages are of real memory and cached as asked for, and, but for {@link Residency#CHURNED}, with
 * memory for all of them, so that nothing is reclaimed. Owns its memory.
 */
public final class Testbed implements AutoCloseable {

    /** Of the file that transfers touch; one more page lies behind them. */
    public static final int PAGES = 4096;

    /** Of the longest transfer. */
    public static final int LONGEST = 32;

    private static final int CACHED = PAGES + 1 + LONGEST;
    private static final int HUNDRED = 100;
    private static final int STRIDE = 37;

    private final SlabMemory memory;
    private final PageCache cache;
    private final CoherenceScheme scheme;
    private final int firstBuffer;
    private final int buffers;

    private Testbed(Schemes type, Residency residency, int buffers, int blocks, Function<SlabMemory, Device> device)
            throws NativeIoException {
        this.memory = SlabMemory.allocate(CACHED + buffers * LONGEST + blocks);
        this.buffers = buffers;
        this.firstBuffer = CACHED;
        this.cache = new PageCache("A", 0, memory, new Frames(0, residency.room(CACHED)), device.apply(memory));
        this.scheme = type.over(cache);
        cache(residency);
    }

    /**
     * On a device that moves nothing.
     *
     * @param buffers of {@value #LONGEST} pages, one for each thread and one more
     */
    public static Testbed onNull(Schemes type, Residency residency, int buffers) throws NativeIoException {
        return new Testbed(type, residency, buffers, 0, memory -> NullDevice.INSTANCE);
    }

    /** On memory that takes its time. */
    public static Testbed onRam(Schemes type, Residency residency, int buffers, long latencyNs)
            throws NativeIoException {
        int firstBlock = CACHED + buffers * LONGEST;
        return new Testbed(type, residency, buffers, PAGES + 1, memory -> new RamDevice(memory, firstBlock, latencyNs));
    }

    /** On any device of at least {@value #PAGES} blocks and one. */
    public static Testbed on(Schemes type, Residency residency, int buffers, Function<SlabMemory, Device> device)
            throws NativeIoException {
        return new Testbed(type, residency, buffers, 0, device);
    }

    /** Brings pages into the cache: a share of every hundred, and for one page the one behind all others. */
    private void cache(Residency residency) {
        Task task = new Task(0);
        Request read = Request.read(new AnonymousBuffer(firstBuffer + (buffers - 1) * LONGEST));
        for (int page = 0; page < PAGES; page++) {
            // A stride that has no factor in common with a hundred spreads the share over transfers of any length.
            if (Math.floorMod(page * STRIDE, HUNDRED) < residency.percent()) {
                scheme.bufferedRead(task, read.of(page, 1));
            }
        }
        if (residency == Residency.ONE_PAGE) {
            scheme.bufferedRead(task, read.of(PAGES, 1));
        }
    }

    /** The file, as its users see it. */
    public CoherenceScheme scheme() {
        return scheme;
    }

    /** A read into a buffer. */
    public Request readInto(int buffer) {
        return Request.read(new AnonymousBuffer(firstBuffer + buffer * LONGEST));
    }

    /** A write from a buffer. */
    public Request writeFrom(int buffer) {
        return Request.write(new AnonymousBuffer(firstBuffer + buffer * LONGEST));
    }

    @Override
    public void close() throws NativeIoException {
        memory.close();
    }
}
