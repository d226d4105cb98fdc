package io.pagetax.result;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * {@code rows.jsonl}: a line for each sample, on the disk before the next one begins. <b>Not thread-safe.</b>
 */
public final class Journal implements AutoCloseable {

    private final FileChannel channel;

    private Journal(FileChannel channel) {
        this.channel = channel;
    }

    /** Opens a journal for appending. */
    public static Journal open(Path file) throws IOException {
        return new Journal(FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
    }

    /** Appends a line and waits until it is on the disk. */
    public void append(JournalEntry entry) throws IOException {
        ByteBuffer line = ByteBuffer.wrap(Json.line(entry));
        while (line.hasRemaining()) {
            channel.write(line);
        }
        channel.force(true);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
