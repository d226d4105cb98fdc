package io.pagetax.result;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;

/** Runs on machines whose owners wish nobody well. */
public final class HostileRuns {

    /** What breaks lines, tables, quotes, tags and terminals, hides, or turns the text around. */
    public static final String EVIL =
            "\n=1+1\r\n\t,;\"'|~~</td><script>&amp;`*_[x](y)#\\ \u001b[31m\u0000\u007f\u0085\u061c\u200b\u200e\u202e\u2028\u2029"
                    + "\u2060\u2066\ufeff\ud800 é\u4f60\ud83d\ude00 ";

    private static final JsonMapper MAPPER = new JsonMapper();

    /** Words that this program makes and decides by. */
    private static final Set<String> OWN_WORDS = Set.of("verdict", "status", "rw");

    private HostileRuns() {}

    /**
     * {@link Runs#ofEveryKind()} with {@link #EVIL} behind every text and in keys of its maps.
     *
     * @param start what all texts begin with
     */
    public static Run ofEveryKind(String start) {
        ObjectNode tree = MAPPER.valueToTree(Json.mapTexts(
                Runs.ofEveryKind(), Run.class, (text, key) -> OWN_WORDS.contains(key) ? text : start + text + EVIL));
        ((ObjectNode) tree.at("/rows/0/evidence")).put("number" + EVIL, 7);
        ((ObjectNode) tree.at("/environment/unknown")).put("fact" + EVIL, "why" + EVIL);
        ((ObjectNode) tree.at("/environment/targets/0/unknown")).put("fact" + EVIL, "why" + EVIL);
        try {
            return MAPPER.treeToValue(tree, Run.class);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
