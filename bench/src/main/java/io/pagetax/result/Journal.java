package io.pagetax.result;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

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

    /**
     * All samples of a journal, in the order in which they ended. A last line that a crash left unfinished is left out.
     *
     * @throws IOException if it cannot be read, or another line is not one of a journal
     */
    public static List<JournalEntry> read(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        List<JournalEntry> entries = new ArrayList<>(lines.size());
        for (int line = 0; line < lines.size(); line++) {
            try {
                entries.add(Json.readLine(lines.get(line)));
            } catch (JsonProcessingException broken) {
                if (line < lines.size() - 1) {
                    throw new IOException(
                            file.getFileName() + ", line " + (line + 1) + ": " + broken.getOriginalMessage(), broken);
                }
            }
        }
        return List.copyOf(entries);
    }

    /** Writes a whole journal, in place of one that may be there. */
    public static void write(Path file, List<JournalEntry> entries) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            for (JournalEntry entry : entries) {
                out.write(Json.line(entry));
            }
        }
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
