package io.pagetax.lab;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code state.jsonl}: what a lab is to be, and a line for each step, on the disk before the step is done, and one more
 * when it was undone. The last line may be torn by a crash; what it told was then not begun. <b>Not thread-safe.</b>
 */
final class StateFile implements AutoCloseable {

    static final String NAME = "state.jsonl";

    private static final int VERSION = 1;
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .addModule(new SimpleModule()
                    .addSerializer(Path.class, ToStringSerializer.instance)
                    .addDeserializer(Path.class, new PathReader()))
            .build();

    private final FileChannel channel;

    /** Jackson's own takes names with a colon for URIs. */
    private static final class PathReader extends JsonDeserializer<Path> {
        @Override
        public Path deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return Path.of(parser.getText());
        }
    }

    /**
     * The first line.
     *
     * @param boot id of the start of the machine at which the lab was made
     * @param ownDirectory whether the lab made its directory, and so removes it
     */
    record Head(int version, String boot, boolean ownDirectory, LabPlan plan) {}

    /**
     * A line: a step that begins, or that was undone, or what a user did to a file system.
     *
     * @param number of the step
     * @param owner the variant that it belongs to; empty for what all share
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(
            @Nullable Integer number,
            @Nullable String owner,
            @Nullable Step step,
            @Nullable Integer undone,
            @Nullable String fault,
            @Nullable String finished) {}

    /** A step that was begun and not undone. */
    record Entry(int number, String owner, Step step) {}

    /**
     * What stands, or was about to.
     *
     * @param faults by which a file system was spoilt on purpose: its name, a colon, the word
     * @param finished names of the file systems that are ready
     */
    record State(Head head, List<Entry> entries, List<String> faults, List<String> finished, int lines) {}

    private StateFile(FileChannel channel) {
        this.channel = channel;
    }

    static StateFile create(Path directory, Head head) throws IOException {
        StateFile file = new StateFile(
                FileChannel.open(directory.resolve(NAME), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
        file.append(head);
        return file;
    }

    static Head head(String boot, boolean ownDirectory, LabPlan plan) {
        return new Head(VERSION, boot, ownDirectory, plan);
    }

    /** Goes on with a file, without the torn line that it may end with. */
    static StateFile open(Path directory) throws IOException {
        FileChannel channel = FileChannel.open(directory.resolve(NAME), StandardOpenOption.WRITE);
        channel.truncate(untorn(directory.resolve(NAME)).length);
        channel.position(channel.size());
        return new StateFile(channel);
    }

    void begin(Entry entry) throws IOException {
        append(new Line(entry.number(), entry.owner(), entry.step(), null, null, null));
    }

    void undone(Entry entry) throws IOException {
        append(new Line(null, null, null, entry.number(), null, null));
    }

    void fault(String what) throws IOException {
        append(new Line(null, null, null, null, what, null));
    }

    void finished(String name) throws IOException {
        append(new Line(null, null, null, null, null, name));
    }

    private void append(Record line) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap((MAPPER.writeValueAsString(line) + "\n").getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        channel.force(true);
    }

    /**
     * Reads what a lab is.
     *
     * @return empty if there is none, or if it was killed before its first line was written
     * @throws LabException if the file is not one of this version
     */
    static Optional<State> read(Path directory) throws IOException {
        Path file = directory.resolve(NAME);
        if (Files.notExists(file)) {
            return Optional.empty();
        }
        List<String> lines =
                new String(untorn(file), StandardCharsets.UTF_8).lines().toList();
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(state(lines));
        } catch (JsonProcessingException | IllegalArgumentException unknown) {
            throw new LabException(file + " cannot be understood: " + unknown.getMessage(), unknown);
        }
    }

    /** All lines but a torn one, which may end within a character. */
    private static byte[] untorn(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        return Arrays.copyOf(bytes, end);
    }

    private static State state(List<String> lines) throws JsonProcessingException {
        Head head = MAPPER.readValue(lines.get(0), Head.class);
        if (head.version() != VERSION) {
            throw new IllegalArgumentException("version " + head.version() + ", not " + VERSION);
        }
        List<Entry> entries = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        List<String> finished = new ArrayList<>();
        for (String text : lines.subList(1, lines.size())) {
            Line line = MAPPER.readValue(text, Line.class);
            if (line.step() != null && line.number() != null && line.owner() != null) {
                entries.add(new Entry(line.number(), line.owner(), line.step()));
            }
            for (Entry entry : List.copyOf(entries)) {
                if (Integer.valueOf(entry.number()).equals(line.undone())) {
                    entries.remove(entry);
                    finished.remove(entry.owner());
                    faults.removeIf(fault -> fault.startsWith(entry.owner() + ":"));
                }
            }
            Optional.ofNullable(line.fault()).ifPresent(faults::add);
            Optional.ofNullable(line.finished()).ifPresent(finished::add);
        }
        return new State(head, List.copyOf(entries), List.copyOf(faults), List.copyOf(finished), lines.size());
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
