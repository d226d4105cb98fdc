package io.pagetax.cli;

import io.pagetax.linux.syscall.Binding;
import io.pagetax.plan.Cell;
import io.pagetax.plan.ComparisonCells;
import io.pagetax.plan.TaxCells;
import io.pagetax.workload.Workload;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How thoroughly {@code compare} looks. */
enum CompareProfile implements SampleTimes {
    /** A dozen cells, which take three minutes for each target. */
    QUICK(7, Duration.ofMillis(150), Duration.ofMillis(500)),
    /** The cells of {@code tax --profile quick} and of {@code run --profile standard}. */
    STANDARD(11, Duration.ofMillis(300), Duration.ofSeconds(1)),
    /** The same, longer and more often, and every share of cached pages. */
    FULL(15, Duration.ofSeconds(1), Duration.ofSeconds(3));

    private final int rounds;
    private final Duration warmup;
    private final Duration runtime;

    CompareProfile(int rounds, Duration warmup, Duration runtime) {
        this.rounds = rounds;
        this.warmup = warmup;
        this.runtime = runtime;
    }

    @Override
    public int rounds() {
        return rounds;
    }

    @Override
    public Duration warmup() {
        return warmup;
    }

    @Override
    public Duration runtime() {
        return runtime;
    }

    /** What is measured on one target. */
    List<Cell> cells(String target, Binding binding, Workload base) {
        if (this == QUICK) {
            return ComparisonCells.of(target, binding, base);
        }
        Set<Cell> cells = new LinkedHashSet<>(TaxCells.of(target, binding, List.of(base), this == FULL, true));
        Profile.STANDARD.workloads().stream()
                .map(other -> base.ordered(other.rw())
                        .on(other.path(), other.ioengine())
                        .in(other.cache()))
                .forEach(workload -> cells.add(Cell.of(target, workload, binding)));
        return List.copyOf(cells);
    }

    /** {@code quick}. */
    static final class Words implements ITypeConverter<CompareProfile> {
        @Override
        public CompareProfile convert(String word) {
            return switch (word) {
                case "quick" -> QUICK;
                case "standard" -> STANDARD;
                case "full" -> FULL;
                default -> throw new TypeConversionException("'" + word + "' is not one of: quick, standard, full");
            };
        }
    }
}
