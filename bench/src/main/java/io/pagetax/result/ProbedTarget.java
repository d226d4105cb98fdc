package io.pagetax.result;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a target's file system was found to do.
 *
 * @param name as it was given
 * @param filesystem null if unknown
 * @param kernel release
 * @param mountOptions without those that name paths; null if unknown
 */
public record ProbedTarget(
        String name,
        @Nullable String filesystem,
        @Nullable String kernel,
        @Nullable String mountOptions,
        List<ProbeAnswer> probes) {

    /** Answer of a question that could not be asked, since this program failed. */
    public static final String FAILED = "failed";

    /** Whether every question has an answer. */
    @JsonIgnore
    public boolean isComplete() {
        return probes.stream().noneMatch(probe -> probe.answer().equals(FAILED));
    }

    /** What a question was answered with; empty if it was not asked. */
    public Optional<ProbeAnswer> probe(String id) {
        return probes.stream().filter(probe -> probe.id().equals(id)).findFirst();
    }
}
