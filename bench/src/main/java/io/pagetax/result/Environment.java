package io.pagetax.result;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a run took place. Null: the system did not tell.
 *
 * @param pagetax version and commit of this program
 * @param governor frequency governor of the first processor
 * @param mitigations vulnerabilities of the processor that the kernel mitigates, each with how
 * @param thp transparent huge pages: the mode in force
 */
public record Environment(
        String pagetax,
        @Nullable String kernel,
        @Nullable String distribution,
        @Nullable String cpu,
        int cores,
        @Nullable Long memoryBytes,
        String jdk,
        String binding,
        @Nullable String governor,
        @Nullable String mitigations,
        @Nullable String thp,
        List<TargetFacts> targets) {}
