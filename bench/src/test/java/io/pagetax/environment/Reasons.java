package io.pagetax.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Unknown is null with a reason. */
final class Reasons {

    private static final String UNKNOWN = "unknown.";

    private Reasons() {}

    /** Of a record's facts, some of which are reasons. */
    static void assertForEachNull(Map<String, Optional<String>> facts) {
        Set<String> nulls = facts.entrySet().stream()
                .filter(fact -> fact.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        Set<String> reasoned = facts.keySet().stream()
                .filter(key -> key.startsWith(UNKNOWN))
                .map(key -> key.substring(UNKNOWN.length()))
                .collect(Collectors.toSet());
        assertThat(reasoned).isNotEmpty().containsExactlyInAnyOrderElementsOf(nulls);
    }
}
