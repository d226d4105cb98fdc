package io.pagetax.environment;

import io.pagetax.result.Environment;
import io.pagetax.result.EnvironmentChange;
import io.pagetax.result.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.DoubleBinaryOperator;
import java.util.regex.Pattern;

/**
 * What of the environment was different after a run. Every fact ought to stay, unless it is named here with how far it may
 * go.
 */
public final class EnvironmentChanges {

    /** Of what is available at first. */
    private static final double MEMORY_FALL = 0.1;

    private static final double SWAP_GROWTH_BYTES = 16 << 20;
    private static final double FILL_PERCENT = 1;
    private static final double TEMPERATURE_KELVIN = 10;

    /** How far a number is beyond what it may go, from before and after; not positive: it is not. */
    private static final Map<String, DoubleBinaryOperator> TOLERANCES = Map.of(
            "memory.availableBytes", (before, after) -> before * (1 - MEMORY_FALL) - after,
            "memory.swapFreeBytes", (before, after) -> before - after - SWAP_GROWTH_BYTES,
            "fillPercent", (before, after) -> Math.abs(after - before) - FILL_PERCENT,
            "temperatureCelsius", (before, after) -> Math.abs(after - before) - TEMPERATURE_KELVIN);

    /** What a run itself changes, and the reasons why facts are unknown. */
    private static final Pattern FREE_TO_CHANGE = Pattern.compile(
            "limits\\.memoryUsageBytes|.*\\.volume\\.freeBytes|.*\\.dataFile\\..*|(.*\\.)?unknown\\..*");

    private EnvironmentChanges() {}

    /** The differences, in the order of their names. */
    public static List<EnvironmentChange> between(Environment before, Environment after) {
        SortedMap<String, Optional<String>> now = Json.flat(after);
        List<EnvironmentChange> changes = new ArrayList<>();
        Json.flat(before).forEach((what, was) -> {
            Optional<String> is = now.getOrDefault(what, Optional.empty());
            if (!was.equals(is) && isChange(what, was, is)) {
                changes.add(new EnvironmentChange(what, was.orElse(null), is.orElse(null)));
            }
        });
        return changes;
    }

    private static boolean isChange(String what, Optional<String> was, Optional<String> is) {
        if (FREE_TO_CHANGE.matcher(what).matches()) {
            return false;
        }
        DoubleBinaryOperator tolerance =
                TOLERANCES.get(what.startsWith("targets.") ? what.substring(what.lastIndexOf('.') + 1) : what);
        return tolerance == null
                || was.isEmpty()
                || is.isEmpty()
                || tolerance.applyAsDouble(Double.parseDouble(was.get()), Double.parseDouble(is.get())) > 0;
    }
}
