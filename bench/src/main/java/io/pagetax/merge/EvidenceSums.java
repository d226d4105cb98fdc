package io.pagetax.merge;

import io.pagetax.evidence.Quantity;
import io.pagetax.result.RowEvidence;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The evidence of a row from several runs as that of one. What one of them lacks, all lack. */
final class EvidenceSums {

    private static final String BESIDE = "beside";
    private static final String ERRORS = "errors";

    private static final Map<String, Quantity> QUANTITIES =
            Arrays.stream(Quantity.values()).collect(Collectors.toMap(Quantity::key, Function.identity()));

    /** What is told for an operation, and of which totals it is the share. */
    private static final Map<String, List<Quantity>> PER_OPERATION = Map.of(
            "userNsPerOp", List.of(Quantity.USER_NANOS),
            "systemNsPerOp", List.of(Quantity.SYSTEM_NANOS),
            "contextSwitchesPerOp", List.of(Quantity.VOLUNTARY_SWITCHES, Quantity.INVOLUNTARY_SWITCHES));

    private final List<RowEvidence> all;

    private EvidenceSums(List<RowEvidence> all) {
        this.all = all;
    }

    /** Of at least one. */
    static RowEvidence of(List<RowEvidence> all) {
        EvidenceSums sums = new EvidenceSums(all);
        Map<String, @Nullable Number> numbers = new LinkedHashMap<>();
        all.stream()
                .flatMap(evidence -> evidence.numbers().keySet().stream())
                .distinct()
                .forEach(key -> numbers.put(key, sums.sum(key)));
        return new RowEvidence(numbers);
    }

    private @Nullable Number sum(String key) {
        List<Quantity> parts = PER_OPERATION.get(key);
        if (parts != null) {
            return perOperation(parts);
        }
        if (key.equals(ERRORS)) {
            return total(key, Quantity.OPERATIONS);
        }
        return quantity(key)
                .map(quantity -> quantity.isState() ? farthest().numbers().get(key) : total(key, quantity))
                .orElse(null);
    }

    private static Optional<Quantity> quantity(String key) {
        String own = key.startsWith(BESIDE)
                ? key.substring(BESIDE.length(), BESIDE.length() + 1).toLowerCase(Locale.ROOT)
                        + key.substring(BESIDE.length() + 1)
                : key;
        return Optional.ofNullable(QUANTITIES.get(own));
    }

    private @Nullable Long total(String key, Quantity quantity) {
        List<Number> known = all.stream()
                .map(evidence -> evidence.numbers().get(key))
                .flatMap(Stream::ofNullable)
                .toList();
        return known.size() < all.size()
                ? null
                : known.stream().map(Number::longValue).reduce(quantity::ofJobs).orElse(null);
    }

    private @Nullable Double perOperation(List<Quantity> parts) {
        Long operations = total(Quantity.OPERATIONS.key(), Quantity.OPERATIONS);
        double sum = 0;
        for (Quantity part : parts) {
            Long total = total(part.key(), part);
            if (total == null) {
                return null;
            }
            sum += total;
        }
        return operations == null || operations == 0 ? null : Double.valueOf(sum / operations);
    }

    /** That whose start was farthest from what the row's name claims. */
    private RowEvidence farthest() {
        return all.stream()
                .max(Comparator.comparingLong(EvidenceSums::distance))
                .orElseThrow();
    }

    private static long distance(RowEvidence evidence) {
        Long before = evidence.residentPagesBefore();
        Long expected = evidence.expectedPagesBefore();
        return before == null || expected == null ? 0 : Math.abs(before - expected);
    }
}
