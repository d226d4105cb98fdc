package io.pagetax.evidence;

import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was told of one sample, or of several together. A number that could not be had is absent. Immutable.
 *
 * @param values what was told
 * @param company what was told of the threads beside the jobs; null if there were none
 */
public record SampleEvidence(
        Map<Quantity, Long> values, @Nullable SampleEvidence company) {

    /** Without these there was no sample. */
    private static final Set<Quantity> ALWAYS_TOLD = Set.of(
            Quantity.PASSES,
            Quantity.FILE_PAGES,
            Quantity.EXPECTED_PAGES_BEFORE,
            Quantity.LAST_PASS_PAGES,
            Quantity.OPERATIONS,
            Quantity.REQUESTED_BYTES);

    /** Takes a copy. */
    public SampleEvidence {
        Map<Quantity, Long> copy = new EnumMap<>(Quantity.class);
        copy.putAll(values);
        values = Collections.unmodifiableMap(copy);
    }

    /** Of jobs that were alone. */
    public SampleEvidence(Map<Quantity, Long> values) {
        this(values, null);
    }

    /** The same of jobs that had company. */
    SampleEvidence beside(SampleEvidence others) {
        return new SampleEvidence(values, others);
    }

    /** The number; null if it was not told. */
    public @Nullable Long get(Quantity quantity) {
        return values.get(quantity);
    }

    /** A number that every job tells. */
    long require(Quantity quantity) {
        Long value = values.get(quantity);
        if (value == null) {
            throw new IllegalStateException("no witness told " + quantity.key());
        }
        return value;
    }

    /** The sum of some numbers for each operation; null if one of them was not told or there was no operation. */
    public @Nullable Double perOperation(Quantity... quantities) {
        double sum = 0;
        for (Quantity quantity : quantities) {
            Long value = values.get(quantity);
            if (value == null) {
                return null;
            }
            sum += value;
        }
        Long operations = values.get(Quantity.OPERATIONS);
        return operations == null || operations == 0 ? null : Double.valueOf(sum / operations);
    }

    /** Whether it has all that every sample has. */
    boolean isComplete() {
        return values.keySet().containsAll(ALWAYS_TOLD);
    }

    /** The evidence of two jobs that ran side by side: what one of them could not tell is not known of both. */
    SampleEvidence plus(SampleEvidence other) {
        Map<Quantity, Long> both = new EnumMap<>(Quantity.class);
        values.forEach((quantity, value) -> {
            Long others = other.values.get(quantity);
            if (others != null) {
                both.put(quantity, quantity.ofJobs(value, others));
            }
        });
        return new SampleEvidence(both, company == null || other.company == null ? null : company.plus(other.company));
    }

    /** This and what others told of the same time. */
    SampleEvidence and(SampleEvidence others) {
        Map<Quantity, Long> all = new EnumMap<>(Quantity.class);
        all.putAll(values);
        all.putAll(others.values);
        return new SampleEvidence(all, company);
    }

    /**
     * The evidence of a row's samples, which is at least one. What one of them did not tell is absent.
     */
    public static SampleEvidence ofRow(List<SampleEvidence> samples) {
        SampleEvidence sums = samples.stream().reduce(SampleEvidence::plus).orElseThrow();
        SampleEvidence farthest = samples.stream()
                .max(Comparator.comparingLong(SampleEvidence::distance))
                .orElseThrow();
        Map<Quantity, Long> row = new EnumMap<>(Quantity.class);
        row.putAll(sums.values);
        farthest.values.forEach((quantity, value) -> {
            if (quantity.isState()) {
                row.put(quantity, value);
            }
        });
        return new SampleEvidence(row, companyOf(samples));
    }

    private static @Nullable SampleEvidence companyOf(List<SampleEvidence> samples) {
        List<SampleEvidence> told = samples.stream()
                .map(SampleEvidence::company)
                .flatMap(Stream::ofNullable)
                .toList();
        return told.isEmpty() ? null : ofRow(told);
    }

    /** Pages by which the start was not what the name claims. */
    private long distance() {
        Long before = get(Quantity.RESIDENT_PAGES_BEFORE);
        Long expected = get(Quantity.EXPECTED_PAGES_BEFORE);
        return before == null || expected == null ? 0 : Math.abs(before - expected);
    }

    /** Collects evidence. <b>Not thread-safe.</b> */
    static final class Builder {

        private final Map<Quantity, Long> values = new EnumMap<>(Quantity.class);

        /** Adds a number; null if it could not be had. */
        Builder put(Quantity quantity, @Nullable Long value) {
            if (value == null) {
                values.remove(quantity);
            } else {
                values.put(quantity, value);
            }
            return this;
        }

        SampleEvidence build() {
            return new SampleEvidence(values);
        }
    }
}
