package io.pagetax.result;

import java.util.List;
import java.util.Map;

/**
 * {@code schemes.json}: schemes side by side, what became of each scenario under each.
 *
 * @param scenarios what is done in each, by its id, in the order in which they were explored
 */
public record SchemeMatrix(Map<String, String> scenarios, List<SchemeVerdicts> schemes) {}
