package io.pagetax.result;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code schemes.json}: schemes side by side, what became of each scenario under each.
 *
 * @param scenarios what is done in each, by its id, in the order in which they were explored
 */
public record SchemeMatrix(Map<String, String> scenarios, List<SchemeVerdicts> schemes) {

    /** Where nothing was explored. */
    public static final SchemeMatrix NONE = new SchemeMatrix(Map.of(), List.of());

    /** What became of a scenario under a scheme, if it was explored. */
    public Optional<String> verdict(String scheme, String scenario) {
        return schemes.stream()
                .filter(one -> one.id().equals(scheme))
                .findFirst()
                .map(one -> one.verdicts().get(scenario));
    }
}
