package io.pagetax.lab;

import io.pagetax.lab.StateFile.State;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What stands of a lab.
 *
 * @param directory where it is
 * @param inTurn whether only one file system stands at a time
 * @param rebooted whether the machine has started anew since, so that only files are left
 */
public record LabStatus(Path directory, boolean inTurn, boolean rebooted, List<Standing> fileSystems) {

    /** How far a file system is. */
    public enum Condition {
        /** It can be measured on. */
        READY,
        /** Another has the device; {@code lab turn} gives it to this one. */
        WAITING,
        /** It was not finished, or a part of it is gone. */
        BROKEN
    }

    /**
     * A file system.
     *
     * @param what in a few words, such as {@code xfs (mkfs -m reflink=0), filled to 30 %}
     * @param target what a run takes: its folder, or the device itself; of one that does not stand, where it would be
     * @param faults by which it was spoilt on purpose
     */
    public record Standing(String name, String what, Path target, Condition condition, List<String> faults) {}

    static LabStatus of(State state, boolean sameBoot) throws IOException {
        LabPlan plan = state.head().plan();
        List<Standing> standing = new ArrayList<>();
        for (Variant variant : plan.variants()) {
            standing.add(standing(plan, variant, state, sameBoot));
        }
        return new LabStatus(plan.directory(), plan.inTurn(), !sameBoot, List.copyOf(standing));
    }

    private static Standing standing(LabPlan plan, Variant variant, State state, boolean sameBoot) throws IOException {
        List<Step> steps = state.entries().stream()
                .filter(entry -> entry.owner().equals(variant.name()))
                .map(StateFile.Entry::step)
                .toList();
        Optional<Path> target = target(plan, variant, steps);
        boolean ready = sameBoot && state.finished().contains(variant.name()) && target.isPresent();
        boolean waiting = steps.isEmpty() && plan.inTurn();
        return new Standing(
                variant.name(),
                variant.describe() + occupation(plan),
                target.orElse(Blueprint.mountPoint(plan, variant)),
                ready ? Condition.READY : waiting ? Condition.WAITING : Condition.BROKEN,
                state.faults().stream()
                        .filter(fault -> fault.startsWith(variant.name() + ":"))
                        .map(fault -> fault.substring(variant.name().length() + 1))
                        .toList());
    }

    private static String occupation(LabPlan plan) {
        return (plan.fillPercent() == 0 ? "" : ", filled to " + plan.fillPercent() + " %")
                + (plan.aged() ? ", aged" : "");
    }

    private static Optional<Path> target(LabPlan plan, Variant variant, List<Step> steps) throws IOException {
        if (!variant.type().isMounted()) {
            return volume(steps).flatMap(Volume::node);
        }
        for (Step step : steps) {
            Path point = Blueprint.mountPoint(plan, variant);
            if (step instanceof Mounting mounting && mounting.mountPoint().equals(point) && mounting.isMounted()) {
                return Optional.of(point);
            }
        }
        return Optional.empty();
    }

    static Optional<Volume> volume(List<Step> steps) {
        return steps.stream()
                .filter(Volume.class::isInstance)
                .map(Volume.class::cast)
                .findFirst();
    }
}
