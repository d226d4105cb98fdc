package io.pagetax.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A file system of a lab, which may stand beside others of its type.
 *
 * @param name unique in a lab, fit for file names and for rows
 * @param overlay whether an overlay lies on top of it, so that all files are its upper side's
 * @param mkfsOptions for the program that makes it
 * @param mountOptions as {@code mount -o} takes them
 */
public record Variant(
        String name, FileSystemType type, boolean overlay, List<String> mkfsOptions, List<String> mountOptions) {

    Variant with(List<String> mkfs, List<String> mount) {
        return new Variant(name, type, overlay, concat(mkfsOptions, mkfs), concat(mountOptions, mount));
    }

    private static List<String> concat(List<String> first, List<String> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    /** In a few words, for people: {@code ext4 (mkfs -O ^has_journal; mount -o noatime)}. */
    public String describe() {
        List<String> options = new ArrayList<>();
        if (!mkfsOptions.isEmpty()) {
            options.add("mkfs " + String.join(" ", mkfsOptions));
        }
        if (!mountOptions.isEmpty()) {
            options.add("mount -o " + String.join(",", mountOptions));
        }
        return (overlay ? "overlay on " : "")
                + type.word()
                + (options.isEmpty() ? "" : " (" + String.join("; ", options) + ")");
    }
}
