package io.pagetax.result;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The evidence of a row's samples together. Null where the kernel did not tell or nobody asked. Immutable.
 *
 * @param numbers by name: first {@link #NAMES}, then what else was told
 */
public record RowEvidence(@JsonValue Map<String, @Nullable Number> numbers) {

    /** Those that are always there, be it as null. */
    public static final List<String> NAMES = List.of(
            "residentPagesBefore",
            "residentPagesAfter",
            "expectedPagesBefore",
            "filePages",
            "requestedBytes",
            "deviceReadBytes",
            "deviceWriteBytes",
            "minorFaults",
            "majorFaults",
            "userNsPerOp",
            "systemNsPerOp",
            "contextSwitchesPerOp",
            "errors");

    /** Takes a copy. */
    @JsonCreator
    public RowEvidence {
        Map<String, @Nullable Number> copy = new LinkedHashMap<>();
        NAMES.forEach(name -> copy.put(name, null));
        // A number that is read is an Integer if it fits.
        numbers.forEach((name, number) -> copy.put(name, number instanceof Integer ? number.longValue() : number));
        numbers = Collections.unmodifiableMap(copy);
    }

    /** Pages of the file in the cache at the start of the sample that began farthest from what was asked. */
    public @Nullable Long residentPagesBefore() {
        return whole("residentPagesBefore");
    }

    /** Pages of the file in the cache at that sample's end. */
    public @Nullable Long residentPagesAfter() {
        return whole("residentPagesAfter");
    }

    /** Pages of the file that the name claims to be in the cache at the start. */
    public @Nullable Long expectedPagesBefore() {
        return whole("expectedPagesBefore");
    }

    /** The smallest step that the clock was seen to make; null also in files that were written before anybody looked. */
    public @Nullable Long clockStepNanos() {
        return whole("clockStepNanos");
    }

    /** Pages of the part of the file that is used. */
    public @Nullable Long filePages() {
        return whole("filePages");
    }

    /** Bytes that all operations of all samples asked for. */
    public @Nullable Long requestedBytes() {
        return whole("requestedBytes");
    }

    /** Bytes that they read from a device. */
    public @Nullable Long deviceReadBytes() {
        return whole("deviceReadBytes");
    }

    /** Bytes that they wrote to a device, or dirtied. */
    public @Nullable Long deviceWriteBytes() {
        return whole("deviceWriteBytes");
    }

    private @Nullable Long whole(String name) {
        Number number = numbers.get(name);
        return number == null ? null : Long.valueOf(number.longValue());
    }
}
