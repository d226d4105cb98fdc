package io.pagetax.result;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

/** The data model to and from JSON. Thread-safe. */
public final class Json {

    // Readers of older files ignore what they do not know: a field more must not break them.
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
            .build();

    private Json() {}

    /** A record of this package as an indented document with a final line break. */
    public static String document(Record data) {
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(data) + "\n";
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * The same record with every text in it changed, in nested ones, too.
     *
     * @param change given a text and the key that it is under, or that the list is under which holds it
     */
    public static <T extends Record> T mapTexts(T data, Class<T> kind, BinaryOperator<String> change) {
        try {
            return MAPPER.treeToValue(JsonTexts.map(MAPPER.valueToTree(data), "", change), kind);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The same record with every text in it changed, and the keys of its maps, too, which others may have named. */
    static <T extends Record> T mapTextsAndKeys(T data, Class<T> kind, UnaryOperator<String> change) {
        JsonNode tree = MAPPER.valueToTree(data);
        try {
            return MAPPER.treeToValue(JsonTexts.map(tree, "", (text, key) -> change.apply(text), change), kind);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Any JSON document with every text in it changed. */
    public static String mapTexts(String document, UnaryOperator<String> change) throws IOException {
        JsonNode mapped = JsonTexts.map(MAPPER.readTree(document), "", (text, key) -> change.apply(text));
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(mapped) + "\n";
    }

    /**
     * The facts in a record by the keys that lead to each, joined by dots; an element of a list is called by its name, if
     * it has one, else by its number. What is null has no value, but has its key.
     */
    public static SortedMap<String, Optional<String>> flat(Record data) {
        SortedMap<String, Optional<String>> facts = new TreeMap<>();
        JsonTexts.flatten("", MAPPER.valueToTree(data), facts);
        return facts;
    }

    /** Any data in one line that may stand inside of a script element: no text in it can end that. */
    public static String embedded(Object data) {
        try {
            // Outside of texts JSON has none of these.
            return MAPPER.writeValueAsString(data)
                    .replace("<", "\\u003c")
                    .replace(">", "\\u003e")
                    .replace("&", "\\u0026");
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Reads {@code run.json}. */
    public static Run read(Path file) throws IOException {
        return MAPPER.readValue(Files.readAllBytes(file), Run.class);
    }

    /** Reads what {@link #document} made of a matrix. */
    public static ProbeMatrix readProbes(Path file) throws IOException {
        ProbeMatrix matrix = MAPPER.readValue(Files.readAllBytes(file), ProbeMatrix.class);
        if (matrix.targets() == null) {
            throw new IOException("it has no targets");
        }
        return matrix;
    }

    /** Reads {@code schemes.json}. */
    public static SchemeMatrix readSchemes(Path file) throws IOException {
        SchemeMatrix matrix = MAPPER.readValue(Files.readAllBytes(file), SchemeMatrix.class);
        if (matrix.schemes() == null || matrix.scenarios() == null) {
            throw new IOException("it has no schemes");
        }
        return matrix;
    }

    /** Reads {@code scheme-costs.json}. */
    public static SchemeCosts readSchemeCosts(Path file) throws IOException {
        SchemeCosts costs = MAPPER.readValue(Files.readAllBytes(file), SchemeCosts.class);
        if (costs.rows() == null) {
            throw new IOException("it has no rows");
        }
        return costs;
    }

    /** Reads a line of {@code rows.jsonl}. */
    static JournalEntry readLine(String line) throws IOException {
        return MAPPER.readValue(line, JournalEntry.class);
    }

    static byte[] line(JournalEntry entry) throws IOException {
        byte[] json = MAPPER.writeValueAsBytes(entry);
        byte[] line = Arrays.copyOf(json, json.length + 1);
        line[json.length] = '\n';
        return line;
    }
}
