package io.pagetax.lab;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What a lab can put on a volume. */
public enum FileSystemType {
    /** Everything is initialised at once, since a kernel thread that does it later would disturb what is measured. */
    EXT4("ext4", "e2fsprogs", List.of("-q", "-F", "-E", "lazy_itable_init=0,lazy_journal_init=0", "-U")),
    /** From xfsprogs 5.19 on with at least 300 MiB. */
    XFS("xfs", "xfsprogs", List.of("-q", "-m"), "uuid="),
    /** With at least some 110 MiB. */
    BTRFS("btrfs", "btrfs-progs", List.of("-q", "-U")),
    /** No file system: the block device itself, filled with data. */
    RAW("raw", "util-linux", List.of()),
    /** Memory, without a volume. */
    TMPFS("tmpfs", "util-linux", List.of());

    private final String word;
    private final String debianPackage;

    @SuppressWarnings("ImmutableEnumChecker") // nobody changes it
    private final List<String> options;

    private final String beforeUuid;

    FileSystemType(String word, String debianPackage, List<String> options) {
        this(word, debianPackage, options, "");
    }

    FileSystemType(String word, String debianPackage, List<String> options, String beforeUuid) {
        this.word = word;
        this.debianPackage = debianPackage;
        this.options = options;
        this.beforeUuid = beforeUuid;
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
     * @param more options of the user's, as its program takes them
     */
    List<String> make(Path device, String uuid, List<String> more) {
        List<String> command = new ArrayList<>();
        command.add(program());
        Stream.of(options, List.of(beforeUuid + uuid), more, List.of(device.toString()))
                .forEach(command::addAll);
        return command;
    }
}
