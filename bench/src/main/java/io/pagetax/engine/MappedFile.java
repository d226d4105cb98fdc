package io.pagetax.engine;

import java.io.IOException;
import java.nio.ByteBuffer;

/** A file that is mapped for reading, by whatever means. */
interface MappedFile extends AutoCloseable {

    /** Copies {@code count} bytes at {@code offset} to the start of {@code target}, whose position does not move. */
    void copy(long offset, ByteBuffer target, int count);

    /** madvise(2); {@code offset} is a multiple of the page. */
    void advise(long offset, long count, int advice) throws IOException;

    @Override
    void close() throws IOException;
}
