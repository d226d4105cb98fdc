package io.pagetax.scheme.model;

import io.pagetax.linux.file.AlignedBuffer;
import io.pagetax.linux.file.NativeIoException;
import io.pagetax.linux.thread.ProcessBarrier;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;

/**
 * Real memory outside the heap, fit for direct I/O. Owns it; once it is closed nothing may touch it.
 */
public final class SlabMemory implements Memory, AutoCloseable {

    private static final byte[] ZEROS = new byte[FRAME_BYTES];

    private final AlignedBuffer slab;
    private final ByteBuffer bytes;
    private final int frames;

    private SlabMemory(AlignedBuffer slab, int frames) {
        this.slab = slab;
        this.bytes = slab.bytes();
        this.frames = frames;
    }

    /**
     * All zeros.
     *
     * @param frames at most 2 GiB of them
     */
    public static SlabMemory allocate(int frames) throws NativeIoException {
        ProcessBarrier.register();
        return new SlabMemory(AlignedBuffer.allocate(Math.multiplyExact(frames, FRAME_BYTES)), frames);
    }

    @Override
    public int frames() {
        return frames;
    }

    @Override
    public void copy(int from, int to) {
        bytes.put(to * FRAME_BYTES, bytes, from * FRAME_BYTES, FRAME_BYTES);
    }

    @Override
    public void zero(int frame) {
        bytes.put(frame * FRAME_BYTES, ZEROS);
    }

    @Override
    public long word(int frame) {
        return bytes.getLong(frame * FRAME_BYTES);
    }

    @Override
    public void setWord(int frame, long word) {
        bytes.putLong(frame * FRAME_BYTES, word);
    }

    @Override
    public void barrier() {
        try {
            ProcessBarrier.expedite();
        } catch (NativeIoException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** A frame's bytes, of which all eight that are aligned can be told apart. */
    public ByteBuffer bytes(int frame) {
        return bytes.slice(frame * FRAME_BYTES, FRAME_BYTES).order(bytes.order());
    }

    /** Where a frame lies. */
    long address(int frame) {
        return slab.address() + (long) frame * FRAME_BYTES;
    }

    @Override
    public void close() throws NativeIoException {
        slab.close();
    }
}
