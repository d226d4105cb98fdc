package io.pagetax.result;

import java.util.List;
import java.util.Optional;

/** File systems side by side: what each was found to do. */
public record ProbeMatrix(List<ProbedTarget> targets) {

    /** A target by its name. */
    public Optional<ProbedTarget> target(String name) {
        return targets.stream().filter(target -> target.name().equals(name)).findFirst();
    }

    /** The questions that any target answers, in the order in which they were asked. */
    public List<String> ids() {
        return targets.stream()
                .flatMap(target -> target.probes().stream())
                .map(ProbeAnswer::id)
                .distinct()
                .toList();
    }
}
