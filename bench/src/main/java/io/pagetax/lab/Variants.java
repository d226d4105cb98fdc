package io.pagetax.lab;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Variants from words such as {@code ext4}, {@code ext4-journal}, {@code overlay-xfs} or {@code mine=btrfs}. */
public final class Variants {

    private static final Pattern SYNTAX = Pattern.compile("(?:([A-Za-z0-9_+][A-Za-z0-9_.+-]{0,30})=)?([a-z0-9-]+)");
    private static final String OVERLAY = "overlay";

    /** What differs from the plain file system in one thing that matters for direct I/O. */
    private static final Map<String, Variant> KNOWN = known();

    private Variants() {}

    private static Map<String, Variant> known() {
        Map<String, Variant> known = new LinkedHashMap<>();
        for (FileSystemType type : FileSystemType.values()) {
            known.put(type.word(), plain(type.word(), type));
        }
        Stream.of(
                        mounted("ext4-journal", FileSystemType.EXT4, "data=journal"),
                        made("ext4-nojournal", FileSystemType.EXT4, "-O", "^has_journal"),
                        made("xfs-noreflink", FileSystemType.XFS, "-m", "reflink=0"),
                        mounted("btrfs-nodatacow", FileSystemType.BTRFS, "nodatacow"),
                        mounted("btrfs-zstd", FileSystemType.BTRFS, "compress=zstd"))
                .forEach(variant -> known.put(variant.name(), variant));
        return known;
    }

    private static Variant plain(String name, FileSystemType type) {
        return new Variant(name, type, false, List.of(), List.of());
    }

    private static Variant mounted(String name, FileSystemType type, String option) {
        return new Variant(name, type, false, List.of(), List.of(option));
    }

    private static Variant made(String name, FileSystemType type, String... options) {
        return new Variant(name, type, false, List.of(options), List.of());
    }

    /** What {@link #parse} knows, for a help text. */
    public static String accepted() {
        return String.join(", ", KNOWN.keySet()) + ", overlay-VARIANT";
    }

    /**
     * The variants that a user asked for, in that order.
     *
     * @param mkfs options for the making program by the name of a variant, separated by white space
     * @param mount options for mounting by the name of a variant, separated by commas
     * @throws IllegalArgumentException naming the word and what would be accepted
     */
    public static List<Variant> parse(List<String> words, Map<String, String> mkfs, Map<String, String> mount) {
        List<Variant> variants = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (String word : words) {
            Variant variant = parse(word);
            if (!names.add(variant.name())) {
                throw new IllegalArgumentException("--fs " + word + ": there are two named '" + variant.name()
                        + "'; use NAME=" + word.substring(word.indexOf('=') + 1));
            }
            variants.add(variant.with(split(mkfs.get(variant.name()), "\\s+"), split(mount.get(variant.name()), ",")));
        }
        requireKnown("--mkfs-opts", mkfs.keySet(), names);
        requireKnown("--mount-opts", mount.keySet(), names);
        variants.forEach(Variants::requireThatOptionsTakeEffect);
        return variants;
    }

    private static Variant parse(String word) {
        Matcher matcher = SYNTAX.matcher(word);
        Optional<Variant> found = matcher.matches() ? known(matcher.group(2)) : Optional.empty();
        Variant variant = found.orElseThrow(
                () -> new IllegalArgumentException("--fs " + word + ": not [NAME=]VARIANT with one of " + accepted()));
        String name = matcher.group(1) == null ? variant.name() : matcher.group(1);
        return new Variant(name, variant.type(), variant.overlay(), variant.mkfsOptions(), variant.mountOptions());
    }

    private static Optional<Variant> known(String word) {
        if (!word.startsWith(OVERLAY + "-")) {
            return Optional.ofNullable(KNOWN.get(word));
        }
        return Optional.ofNullable(KNOWN.get(word.substring(OVERLAY.length() + 1)))
                .filter(base -> base.type().isMounted())
                .map(base -> new Variant(word, base.type(), true, base.mkfsOptions(), base.mountOptions()));
    }

    private static List<String> split(@Nullable String options, String separator) {
        return options == null || options.isBlank()
                ? List.of()
                : List.of(options.strip().split(separator, -1));
    }

    private static void requireKnown(String option, Set<String> given, Set<String> names) {
        Set<String> unknown =
                given.stream().filter(name -> !names.contains(name)).collect(Collectors.toSet());
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(
                    option + " " + String.join(", ", unknown) + ": no file system has this name; there are " + names);
        }
    }

    private static void requireThatOptionsTakeEffect(Variant variant) {
        if (!variant.mkfsOptions().isEmpty() && !variant.type().isMade()) {
            throw new IllegalArgumentException("--mkfs-opts " + variant.name() + ": nothing is made on a "
                    + variant.type().word());
        }
        if (!variant.mountOptions().isEmpty() && !variant.type().isMounted()) {
            throw new IllegalArgumentException("--mount-opts " + variant.name() + ": a raw device is not mounted");
        }
    }
}
