package io.pagetax.linux.device;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A block device as sysfs shows it. Every fact is null where sysfs does not tell.
 *
 * @param name kernel name, such as {@code nvme0n1p2}
 * @param model what the vendor calls the disk
 * @param rotational whether seeks cost time
 * @param scheduler the I/O scheduler that is active
 * @param logicalBlockSize in bytes: the smallest unit that the device addresses
 * @param readAheadBytes readahead limit
 * @param backing what is behind a loop device ({@code file, direct I/O on|off}) or a zram device ({@code memory})
 */
public record BlockDevice(
        String name,
        @Nullable String model,
        @Nullable Boolean rotational,
        @Nullable String scheduler,
        @Nullable Integer logicalBlockSize,
        @Nullable Long readAheadBytes,
        @Nullable String backing) {

    private static final Path SYS_BLOCK = Path.of("/sys/class/block");
    private static final Path SYS_DEV_BLOCK = Path.of("/sys/dev/block");
    private static final Pattern ACTIVE_SCHEDULER = Pattern.compile("\\[([^]]+)]");
    private static final long KIB = 1024;

    /** The device with a number such as {@code 259:1}; empty if the number belongs to no block device. */
    public static Optional<BlockDevice> ofNumber(String majorMinor) {
        return ofSysfs(SYS_DEV_BLOCK.resolve(majorMinor));
    }

    /** The device that a mount's source names; empty if it names none. */
    public static Optional<BlockDevice> ofSource(Path source) {
        if (!source.startsWith("/dev")) {
            return Optional.empty();
        }
        try {
            return ofSysfs(SYS_BLOCK.resolve(source.toRealPath().getFileName()));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    private static Optional<BlockDevice> ofSysfs(Path link) {
        Path device;
        try {
            device = link.toRealPath();
        } catch (IOException absent) {
            return Optional.empty();
        }
        // A partition has no queue of its own: the facts are those of the disk, one level up.
        Path disk = Files.exists(device.resolve("queue"))
                ? device
                : device.resolve("..").normalize();
        return Optional.of(new BlockDevice(
                device.getFileName().toString(),
                read(disk.resolve("device/model")),
                flag(read(disk.resolve("queue/rotational"))),
                activeScheduler(read(disk.resolve("queue/scheduler"))),
                integer(read(disk.resolve("queue/logical_block_size"))),
                kibibytes(read(disk.resolve("queue/read_ahead_kb"))),
                backing(disk)));
    }

    private static @Nullable String backing(Path disk) {
        String loopFile = read(disk.resolve("loop/backing_file"));
        if (loopFile != null) {
            return "file, direct I/O " + ("1".equals(read(disk.resolve("loop/dio"))) ? "on" : "off");
        }
        return disk.getFileName().toString().startsWith("zram") ? "memory" : null;
    }

    private static @Nullable String activeScheduler(@Nullable String choices) {
        if (choices == null) {
            return null;
        }
        Matcher matcher = ACTIVE_SCHEDULER.matcher(choices);
        return matcher.find() ? matcher.group(1) : choices;
    }

    private static @Nullable Boolean flag(@Nullable String text) {
        return text == null ? null : text.equals("1");
    }

    private static @Nullable Integer integer(@Nullable String text) {
        return text == null ? null : Integer.valueOf(text);
    }

    private static @Nullable Long kibibytes(@Nullable String text) {
        return text == null ? null : Long.valueOf(text) * KIB;
    }

    private static @Nullable String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8).strip();
        } catch (IOException absent) {
            return null;
        }
    }
}
