package io.pagetax.linux.device;

/**
 * A line of /proc/self/mountinfo.
 *
 * @param device {@code major:minor}; of btrfs and others a number that no block device has
 * @param mountPoint where it is mounted
 * @param options options of the mount
 * @param fileSystem the type, such as {@code ext4} or {@code fuse.sshfs}
 * @param source what is mounted, often the path of a block device
 * @param superOptions options of the file system
 */
public record Mount(
        String device, String mountPoint, String options, String fileSystem, String source, String superOptions) {

    /** Whether its files live in memory, so that no I/O on them reaches a device. */
    public boolean isMemory() {
        return fileSystem.equals("tmpfs") || fileSystem.equals("ramfs") || fileSystem.equals("devtmpfs");
    }
}
