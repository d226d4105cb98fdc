package io.pagetax.cli;

import io.pagetax.campaign.TargetSpec;
import io.pagetax.lab.Lab;
import io.pagetax.lab.LabException;
import io.pagetax.lab.LabStatus;
import io.pagetax.lab.LabUse;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * The file systems of a lab as targets, in a fixed order.
 *
 * @param use of the lab, which stays as it is until this is closed
 */
record LabTargets(List<TargetSpec> specs, LabUse use) implements AutoCloseable {

    /**
     * Takes hold of a lab.
     *
     * @param cancelled ends a change of turns
     */
    static LabTargets of(Path lab, BooleanSupplier cancelled) throws IOException {
        LabUse use = new Lab(lab, text -> {}, cancelled).use();
        try {
            LabStatus status = use.status();
            List<TargetSpec> specs = new ArrayList<>();
            for (LabStatus.Standing standing : status.fileSystems()) {
                specs.add(spec(standing, status, use));
            }
            return new LabTargets(specs, use);
        } catch (IOException unfit) {
            use.close();
            throw unfit;
        }
    }

    private static TargetSpec spec(LabStatus.Standing standing, LabStatus status, LabUse use) throws LabException {
        String what = "in a lab: " + standing.what();
        if (status.inTurn()) {
            return new TargetSpec(standing.name(), standing.target(), what, () -> use.turn(standing.name()));
        }
        if (standing.condition() != LabStatus.Condition.READY) {
            throw new LabException(
                    standing.name() + " does not stand as it was made: 'pagetax lab down', and up again");
        }
        return new TargetSpec(standing.name(), standing.target(), what);
    }

    @Override
    public void close() throws IOException {
        use.close();
    }
}
