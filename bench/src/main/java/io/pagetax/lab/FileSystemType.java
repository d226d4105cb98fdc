package io.pagetax.lab;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What a lab can put on a volume. */
public enum FileSystemType {
    /** Everything is initialised at once, since a kernel thread that does it later would disturb what is measured. */
    EXT4(
            "ext4",
            "e2fsprogs",
            List.of("-q", "-F", "-E", "lazy_itable_init=0,lazy_journal_init=0"),
            List.of("-E", "nodiscard"),
            List.of("-U", "UUID")),
    /** From xfsprogs 5.19 on with at least 300 MiB. */
    XFS("xfs", "xfsprogs", List.of("-q"), List.of("-K"), List.of("-m", "uuid=UUID")),
    /** With at least some 110 MiB. */
    BTRFS("btrfs", "btrfs-progs", List.of("-q"), List.of("-K"), List.of("-U", "UUID")),
    /** No file system: the block device itself, filled with data. */
    RAW("raw", "util-linux", List.of(), List.of(), List.of()),
    /** Memory, without a volume. */
    TMPFS("tmpfs", "util-linux", List.of(), List.of(), List.of());

    private static final String UUID = "UUID";

    private final String word;
    private final String debianPackage;

    @SuppressWarnings("ImmutableEnumChecker") // nobody changes it
    private final List<String> options;

    @SuppressWarnings("ImmutableEnumChecker") // nobody changes it
    private final List<String> withoutDiscard;

    @SuppressWarnings("ImmutableEnumChecker") // nobody changes it
    private final List<String> identity;

    FileSystemType(
            String word,
            String debianPackage,
            List<String> options,
            List<String> withoutDiscard,
            List<String> identity) {
        this.word = word;
        this.debianPackage = debianPackage;
        this.options = options;
        this.withoutDiscard = withoutDiscard;
        this.identity = identity;
    }

    /** As users type it, and as {@code mount -t} takes it. */
    public String word() {
        return word;
    }

    /** Whether it is made by a program of its own on a block device. */
    public boolean isMade() {
        return !options.isEmpty();
    }

    /** Whether it lies on a volume at all. */
    boolean hasVolume() {
        return this != TMPFS;
    }

    /** Whether there is a folder in which it is mounted. */
    boolean isMounted() {
        return this != RAW;
    }

    /** The program that makes it. */
    String program() {
        return "mkfs." + word;
    }

    /** The package of Debian that has the program. */
    String debianPackage() {
        return debianPackage;
    }

    /**
     * The command that makes it.
     *
     * @param uuid by which it is known again
     * @param discard whether the device is discarded before
     * @param more options of the user's, as its program takes them
     */
    List<String> make(Path device, String uuid, boolean discard, List<String> more) {
        List<String> command = new ArrayList<>();
        command.add(program());
        command.addAll(options);
        command.addAll(discard ? List.of() : withoutDiscard);
        identity.forEach(word -> command.add(word.replace(UUID, uuid)));
        command.addAll(more);
        command.add(device.toString());
        return command;
    }

    /**
     * Options by which it is mounted.
     *
     * @param discard whether it may discard; btrfs does unless it is told not to
     * @param more options of the user's, which have the last word
     */
    List<String> mountOptions(boolean discard, List<String> more) {
        return this == BTRFS && !discard
                ? Stream.concat(Stream.of("nodiscard"), more.stream()).toList()
                : more;
    }
}
