package io.pagetax.evidence;

import io.pagetax.linux.syscall.NativeMemory;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** There is memory for the pages that the name claims to be resident. */
final class MemoryRule implements Rule<SampleExhibit> {

    private static final double TIGHT = 0.8;

    @Override
    public Optional<Finding> check(SampleExhibit exhibit) {
        if (exhibit.claim().cache().residentPercent() == 0) {
            return Optional.empty();
        }
        long claimed = exhibit.require(Quantity.EXPECTED_PAGES_BEFORE) * NativeMemory.pageSize();
        return against(claimed, exhibit.get(Quantity.MEMORY_LIMIT_BYTES), "the control group allows")
                .or(() -> against(claimed, exhibit.get(Quantity.AVAILABLE_MEMORY_BYTES), "are available"));
    }

    private static Optional<Finding> against(long claimed, @Nullable Long there, String words) {
        if (there == null) {
            return Optional.empty();
        }
        String reason = claimed + " bytes of the file are to be in memory, " + there + " bytes " + words;
        return Finding.beyond((double) claimed, TIGHT * there, there, reason);
    }
}
