package io.pagetax.lab;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a lab is asked to be.
 *
 * @param directory absolute, without symbolic links; not there yet, or empty
 * @param sizeBytes of each volume; null: a whole device, or equal shares of it
 * @param device whose path was given for {@link Backing#DEVICE}, without symbolic links; null for the others
 * @param inTurn whether one file system after the other has the device for itself
 * @param fillPercent share of each file system that is filled before anything is measured; 0 for none
 * @param aged whether files come and go before that, so that free space lies in pieces
 */
public record LabPlan(
        Path directory,
        List<Variant> variants,
        Backing backing,
        @Nullable Path device,
        @Nullable Long sizeBytes,
        boolean inTurn,
        int fillPercent,
        boolean aged) {

    /** What volumes are made of. */
    public enum Backing {
        /** Files behind loop devices. */
        LOOP,
        /** Compressed memory. */
        ZRAM,
        /** A block device of the user's. */
        DEVICE
    }

    /** The variant of a name. */
    Variant variant(String name) throws LabException {
        return variants.stream()
                .filter(variant -> variant.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new LabException("no file system of this lab is named " + name + "; there are "
                        + variants.stream().map(Variant::name).toList()));
    }
}
