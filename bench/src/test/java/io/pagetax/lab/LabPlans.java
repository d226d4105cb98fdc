package io.pagetax.lab;

import io.pagetax.lab.LabPlan.Backing;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a user may ask a lab to be. */
final class LabPlans {

    static final long SIZE = 512L << 20;

    private LabPlans() {}

    static LabPlan on(Backing backing, Path directory, String... words) {
        return new LabPlan(directory, variants(words), backing, null, SIZE, false, 0, false);
    }

    static LabPlan sideBySide(Path device, @Nullable Long sizeBytes, String... words) {
        return new LabPlan(Path.of("/srv/lab"), variants(words), Backing.DEVICE, device, sizeBytes, false, 0, false);
    }

    static LabPlan inTurn(Path device, String... words) {
        return new LabPlan(Path.of("/srv/lab"), variants(words), Backing.DEVICE, device, null, true, 0, false);
    }

    static List<Variant> variants(String... words) {
        return Variants.parse(List.of(words), Map.of(), Map.of());
    }
}
