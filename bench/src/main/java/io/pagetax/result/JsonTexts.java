package io.pagetax.result;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

/** Walks through JSON trees. */
final class JsonTexts {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private JsonTexts() {}

    /** A copy with every text changed; given the text and the key that it is under. */
    static JsonNode map(JsonNode node, String key, BinaryOperator<String> change) {
        return map(node, key, change, UnaryOperator.identity());
    }

    /** The same with every key renamed. */
    static JsonNode map(JsonNode node, String key, BinaryOperator<String> change, UnaryOperator<String> rename) {
        if (node.isTextual()) {
            return NODES.textNode(change.apply(node.textValue(), key));
        }
        if (node.isArray()) {
            ArrayNode copy = NODES.arrayNode();
            node.forEach(element -> copy.add(map(element, key, change, rename)));
            return copy;
        }
        if (node.isObject()) {
            ObjectNode copy = NODES.objectNode();
            node.properties()
                    .forEach(entry -> copy.set(
                            rename.apply(entry.getKey()), map(entry.getValue(), entry.getKey(), change, rename)));
            return copy;
        }
        return node;
    }

    static void flatten(String path, JsonNode node, Map<String, Optional<String>> facts) {
        if (node.isObject()) {
            node.properties().forEach(entry -> flatten(join(path, entry.getKey()), entry.getValue(), facts));
        } else if (node.isArray()) {
            for (int index = 0; index < node.size(); index++) {
                String name = node.get(index).path("name").asText(Integer.toString(index));
                flatten(join(path, name), node.get(index), facts);
            }
        } else {
            facts.put(path, node.isNull() ? Optional.empty() : Optional.of(node.asText()));
        }
    }

    private static String join(String path, String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
