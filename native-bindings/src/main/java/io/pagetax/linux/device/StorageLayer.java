package io.pagetax.linux.device;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One of the layers between a file and what its data rest on. */
public sealed interface StorageLayer {

    /** What a layer is. Each but {@code MEMORY} is one record. */
    enum Kind {
        FILESYSTEM,
        OVERLAY,
        LOOP,
        DEVICE_MAPPER,
        MD,
        STACKED,
        PARTITION,
        DISK,
        ZRAM,
        /** {@link MemoryDisk} or {@link Memory}. */
        MEMORY,
        NETWORK,
        UNKNOWN
    }

    /** What it is. */
    Kind kind();

    /** What it rests on: nothing, one layer, or several side by side. */
    default List<StorageLayer> below() {
        return List.of();
    }

    /** Itself in a few words, without what is below; holds no path and no id. */
    String describe();

    /** A layer that is a block device. */
    sealed interface Device extends StorageLayer {

        /** Its kernel name, such as {@code nvme0n1p2}. */
        String name();

        @Override
        default String describe() {
            return name();
        }
    }

    /**
     * A file system.
     *
     * @param type such as {@code ext4}
     * @param options of the mount
     * @param superOptions of the file system
     */
    record FileSystem(String type, String options, String superOptions, List<StorageLayer> below)
            implements StorageLayer {

        @Override
        public Kind kind() {
            return Kind.FILESYSTEM;
        }

        @Override
        public String describe() {
            return type;
        }

        /** Whether it is mounted so that it compresses what is written ({@code compress}, {@code compress-force}). */
        public boolean compresses() {
            return Stream.of((options + "," + superOptions).split(",", -1))
                    .map(option -> option.split("=", 2)[0])
                    .anyMatch(name -> name.equals("compress") || name.equals("compress-force"));
        }
    }

    /**
     * An overlay, which takes each file from one of several folders.
     *
     * @param options of the mount
     * @param superOptions of the file system: the folders, and more
     * @param side where the file is; null if that is not known. A file of the lower side moves to the upper one when it
     *     is first opened for writing
     */
    record Overlay(
            String options, String superOptions, @Nullable Side side, List<StorageLayer> below)
            implements StorageLayer {

        /** The folder that takes what is written, or one of those that are only read. */
        public enum Side {
            UPPER,
            LOWER
        }

        @Override
        public Kind kind() {
            return Kind.OVERLAY;
        }

        @Override
        public String describe() {
            return side == null ? "overlay" : "overlay (" + side.name().toLowerCase(Locale.ROOT) + ")";
        }
    }

    /**
     * A loop device: a file taken for a disk.
     *
     * @param backingFile as the kernel names it; null if there is none
     * @param directIo whether it goes past the page cache of its file, where else data are cached again
     */
    record Loop(
            String name,
            @Nullable String backingFile,
            @Nullable Boolean directIo,
            List<StorageLayer> below) implements Device {

        @Override
        public Kind kind() {
            return Kind.LOOP;
        }

        @Override
        public String describe() {
            return directIo == null ? name : name + " (direct I/O " + (directIo ? "on" : "off") + ")";
        }
    }

    /**
     * A device of the device mapper.
     *
     * @param type the prefix that its maker puts before the id, such as {@code CRYPT}, {@code LVM} or {@code mpath}
     * @param mapName what its user calls it, with an asterisk for what looks like a UUID or WWN
     */
    record DeviceMapper(
            String name, @Nullable String type, @Nullable String mapName, List<StorageLayer> below) implements Device {

        @Override
        public Kind kind() {
            return Kind.DEVICE_MAPPER;
        }

        @Override
        public String describe() {
            String words = Stream.of(Optional.ofNullable(type), Optional.ofNullable(mapName))
                    .flatMap(Optional::stream)
                    .collect(Collectors.joining(" "));
            return words.isEmpty() ? name : name + " (" + words + ")";
        }
    }

    /**
     * A software RAID of the md driver.
     *
     * @param level such as {@code raid1}
     */
    record Md(String name, @Nullable String level, List<StorageLayer> below) implements Device {

        @Override
        public Kind kind() {
            return Kind.MD;
        }

        @Override
        public String describe() {
            return level == null ? name : name + " (" + level + ")";
        }
    }

    /** Another device that is made of devices, such as one of bcache. */
    record Stacked(String name, List<StorageLayer> below) implements Device {

        @Override
        public Kind kind() {
            return Kind.STACKED;
        }
    }

    /** A part of a disk. It has no queue of its own. */
    record Partition(String name, List<StorageLayer> below) implements Device {

        @Override
        public Kind kind() {
            return Kind.PARTITION;
        }
    }

    /** A disk, or what this machine takes for one. */
    record Disk(String name) implements Device {

        @Override
        public Kind kind() {
            return Kind.DISK;
        }
    }

    /** A disk of compressed memory. */
    record Zram(String name) implements Device {

        @Override
        public Kind kind() {
            return Kind.ZRAM;
        }

        @Override
        public String describe() {
            return name + " (compressed memory)";
        }
    }

    /** A RAM disk of the brd driver, or persistent memory. */
    record MemoryDisk(String name) implements Device {

        @Override
        public Kind kind() {
            return Kind.MEMORY;
        }

        @Override
        public String describe() {
            return name + " (memory)";
        }
    }

    /** The page cache itself, in which a tmpfs or ramfs keeps its files. */
    record Memory() implements StorageLayer {

        @Override
        public Kind kind() {
            return Kind.MEMORY;
        }

        @Override
        public String describe() {
            return "memory";
        }
    }

    /** Another machine, or a process that answers for the file system: no device of this machine is known. */
    record Network() implements StorageLayer {

        @Override
        public Kind kind() {
            return Kind.NETWORK;
        }

        @Override
        public String describe() {
            return "no local device";
        }
    }

    /**
     * The end of what can be told.
     *
     * @param cause why, for people
     */
    record Unknown(String cause) implements StorageLayer {

        @Override
        public Kind kind() {
            return Kind.UNKNOWN;
        }

        @Override
        public String describe() {
            return "unknown (" + cause + ")";
        }
    }
}
