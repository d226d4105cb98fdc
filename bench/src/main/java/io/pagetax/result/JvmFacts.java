package io.pagetax.result;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The JVM. Samples are taken in forks of it, whose flags say which collector and heap they have.
 *
 * @param forkFlags of the JVMs that measure
 * @param flags of the JVM that starts them
 * @param collectors of that one, separated by commas
 * @param maxHeapBytes of that one
 */
public record JvmFacts(
        @Nullable String name,
        @Nullable String vendor,
        @Nullable String version,
        List<String> forkFlags,
        List<String> flags,
        @Nullable String collectors,
        @Nullable Long maxHeapBytes) {

    /** Of files that were written before there were such facts. */
    static final JvmFacts NOT_RECORDED = new JvmFacts(null, null, null, List.of(), List.of(), null, null);
}
