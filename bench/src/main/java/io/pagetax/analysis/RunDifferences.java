package io.pagetax.analysis;

import io.pagetax.result.DiskFacts;
import io.pagetax.result.Environment;
import io.pagetax.result.FactDifference;
import io.pagetax.result.Json;
import io.pagetax.result.Run;
import io.pagetax.result.TargetFacts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** In what the parameters and the environments of two runs are unlike: any fact, but those that are never the same twice. */
public final class RunDifferences {

    private static final String TARGETS = "targets.";
    private static final String DISKS = "disks.";

    /** What differs from one minute to the next, where the target lies, and why facts are unknown. */
    private static final Pattern FREE_TO_DIFFER = Pattern.compile("memory\\.(availableBytes|swapFreeBytes)"
            + "|limits\\.memoryUsageBytes|targets\\..*\\.(volume\\.freeBytes|temperatureCelsius|path|choice)"
            + "|(.*\\.)?unknown\\..*");

    private static final String FILL = ".volume.fillPercent";

    /** Percentage points of fill level that make no difference. */
    private static final double FILL_TOLERANCE = 1;

    private RunDifferences() {}

    /** Parameters first, then the machine, then each target that both have; a target that one lacks is told by its name. */
    public static List<FactDifference> between(Run a, Run b) {
        Map<String, Optional<String>> first = facts(a, b);
        Map<String, Optional<String>> second = facts(b, a);
        TreeSet<String> missing = new TreeSet<>(second.keySet());
        missing.removeAll(first.keySet());
        List<String> keys = new ArrayList<>(first.keySet());
        keys.addAll(missing);
        List<FactDifference> differences = new ArrayList<>();
        for (String key : keys) {
            Optional<String> was = first.getOrDefault(key, Optional.empty());
            Optional<String> is = second.getOrDefault(key, Optional.empty());
            if (isDifference(key, was, is)) {
                differences.add(new FactDifference(key, was.orElse(null), is.orElse(null)));
            }
        }
        return List.copyOf(differences);
    }

    private static Map<String, Optional<String>> facts(Run run, Run other) {
        Map<String, Optional<String>> facts = new LinkedHashMap<>();
        put("settings.", run.settings(), facts);
        facts.put("seed", Optional.of(Long.toString(run.seed())));
        Environment environment = run.environment();
        Json.flat(environment).forEach((key, value) -> {
            if (!key.startsWith(TARGETS)) {
                facts.put(key, value);
            }
        });
        for (TargetFacts target : environment.targets()) {
            if (hasTarget(other, target.name())) {
                put(target, facts);
            } else {
                facts.put(
                        TARGETS + target.name(),
                        Optional.of(target.filesystem() == null ? "there" : target.filesystem()));
            }
        }
        return facts;
    }

    private static boolean hasTarget(Run run, String name) {
        return run.environment().targets().stream()
                .anyMatch(target -> target.name().equals(name));
    }

    /** Disks by their number, since the kernel's names for them are facts that may differ. */
    private static void put(TargetFacts target, Map<String, Optional<String>> facts) {
        String prefix = TARGETS + target.name() + ".";
        Json.flat(target).forEach((key, value) -> {
            if (!key.startsWith(DISKS)) {
                facts.put(prefix + key, value);
            }
        });
        int number = 1;
        for (DiskFacts disk : target.disks()) {
            put(prefix + DISKS + number + ".", disk, facts);
            number++;
        }
    }

    private static void put(String prefix, Record data, Map<String, Optional<String>> facts) {
        Json.flat(data).forEach((key, value) -> facts.put(prefix + key, value));
    }

    private static boolean isDifference(String key, Optional<String> was, Optional<String> is) {
        if (was.equals(is) || FREE_TO_DIFFER.matcher(key).matches()) {
            return false;
        }
        return !key.endsWith(FILL)
                || was.isEmpty()
                || is.isEmpty()
                || Math.abs(Double.parseDouble(was.get()) - Double.parseDouble(is.get())) > FILL_TOLERANCE;
    }
}
