package io.pagetax.analysis;

import io.pagetax.result.DataFileFacts;
import io.pagetax.result.DiskFacts;
import io.pagetax.result.TargetFacts;
import io.pagetax.result.VolumeFacts;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * In what targets are unlike that are held against each other: a line for each fact, by the key that leads to it below a
 * target in the record of the run, with its value on every target.
 *
 * @param compared the file systems and how they are mounted, alike or not: what the comparison is about
 * @param doubts what is not the same, and may be the cause of a difference in their stead
 */
public record TargetDifferences(List<String> compared, List<String> doubts) {

    private static final String UNKNOWN = "unknown";

    /** Percentage points of fill level that make no difference. */
    private static final double FILL_TOLERANCE = 1;

    private static final List<Fact> COMPARED = List.of(
            new Fact("filesystem", TargetFacts::filesystem), new Fact("mountOptions", TargetFacts::mountOptions));

    private static final List<Fact> DOUBTS = List.of(
            new Fact("device", TargetFacts::device),
            new Fact("deviceModel", TargetFacts::deviceModel),
            new Fact("backing", TargetFacts::backing),
            new Fact("scheduler", TargetFacts::scheduler),
            new Fact("rotational", TargetFacts::rotational),
            new Fact("logicalBlockSize", TargetFacts::logicalBlockSize),
            new Fact("dioMemAlign", TargetFacts::dioMemAlign),
            new Fact("dioOffsetAlign", TargetFacts::dioOffsetAlign),
            new Fact("dioReadOffsetAlign", TargetFacts::dioReadOffsetAlign),
            ofVolume("blockSizeBytes", VolumeFacts::blockSizeBytes),
            ofVolume("fillPercent", VolumeFacts::fillPercent),
            ofVolume("compression", VolumeFacts::compression),
            ofFile("sizeBytes", DataFileFacts::sizeBytes),
            ofFile("extents", DataFileFacts::extents),
            ofFile("holeBytes", DataFileFacts::holeBytes),
            ofFile("unwrittenBytes", DataFileFacts::unwrittenBytes),
            ofDisks("name", DiskFacts::name),
            ofDisks("readAheadBytes", DiskFacts::readAheadBytes),
            ofDisks("maxIoBytes", DiskFacts::maxIoBytes),
            ofDisks("writeCache", DiskFacts::writeCache));

    /** A fact of a target; null: not known. */
    private record Fact(String key, Function<TargetFacts, @Nullable Object> value) {

        String line(List<TargetFacts> targets) {
            return key + ": "
                    + targets.stream()
                            .map(target -> target.name() + " " + word(value.apply(target)))
                            .collect(Collectors.joining(", "));
        }

        /** Against the first, as everything else. */
        boolean differs(List<TargetFacts> targets) {
            Object first = value.apply(targets.get(0));
            return targets.stream().map(value).anyMatch(other -> isUnlike(first, other));
        }
    }

    /** Of targets in the order in which they were named. */
    public static TargetDifferences of(List<TargetFacts> targets) {
        if (targets.size() < 2) {
            return new TargetDifferences(List.of(), List.of());
        }
        return new TargetDifferences(
                COMPARED.stream().map(fact -> fact.line(targets)).toList(),
                DOUBTS.stream()
                        .filter(fact -> fact.differs(targets))
                        .map(fact -> fact.line(targets))
                        .toList());
    }

    private static Fact ofVolume(String key, Function<VolumeFacts, @Nullable Object> value) {
        return new Fact("volume." + key, target -> target.volume() == null ? null : value.apply(target.volume()));
    }

    private static Fact ofFile(String key, Function<DataFileFacts, @Nullable Object> value) {
        return new Fact("dataFile." + key, target -> target.dataFile() == null ? null : value.apply(target.dataFile()));
    }

    /** Of all disks below a target; null if nothing is known of any. */
    private static Fact ofDisks(String key, Function<DiskFacts, @Nullable Object> value) {
        return new Fact("disks." + key, target -> {
            String all =
                    target.disks().stream().map(disk -> word(value.apply(disk))).collect(Collectors.joining(" + "));
            return all.isEmpty() ? null : all;
        });
    }

    private static boolean isUnlike(@Nullable Object one, @Nullable Object other) {
        if (one instanceof Double first && other instanceof Double second) {
            return Math.abs(first - second) > FILL_TOLERANCE;
        }
        return !Objects.equals(one, other);
    }

    private static String word(@Nullable Object value) {
        if (value == null) {
            return UNKNOWN;
        }
        return value instanceof Double number ? String.format(Locale.ROOT, "%.1f", number) : value.toString();
    }
}
