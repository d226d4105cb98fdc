package io.pagetax.result;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** The data model to and from JSON. Thread-safe. */
public final class Json {

    // Readers of older files ignore what they do not know: a field more must not break them.
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
            .build();

    private Json() {}

    /** The run as an indented document with a final line break. */
    public static String document(Run run) {
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(run) + "\n";
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Reads {@code run.json}. */
    public static Run read(Path file) throws IOException {
        return MAPPER.readValue(Files.readAllBytes(file), Run.class);
    }

    static byte[] line(JournalEntry entry) throws IOException {
        byte[] json = MAPPER.writeValueAsBytes(entry);
        byte[] line = Arrays.copyOf(json, json.length + 1);
        line[json.length] = '\n';
        return line;
    }
}
