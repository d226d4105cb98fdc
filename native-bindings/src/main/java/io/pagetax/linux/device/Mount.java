package io.pagetax.linux.device;

/**
 * A line of /proc/self/mountinfo.
 *
 * @param id of this mount; it may be used again after an unmount
 * @param parentId of the mount that this one lies on; of a mount that this process does not see, if this is its root
 * @param device {@code major:minor}; of btrfs and others a number that no block device has
 * @param root the folder, or file, of the file system that is seen at the mount point; not {@code /} for a bind mount
 * @param mountPoint where it is mounted
 * @param options options of the mount
 * @param fileSystem the type, such as {@code ext4} or {@code fuse.sshfs}
 * @param source what is mounted, often the path of a block device
 * @param superOptions options of the file system, separated by commas; characters in their values may be escaped in
 *     octal, as in {@code \054}
 */
public record Mount(
        int id,
        int parentId,
        String device,
        String root,
        String mountPoint,
        String options,
        String fileSystem,
        String source,
        String superOptions) {

    /** Whether its files live in memory, so that no I/O on them reaches a device. */
    public boolean isMemory() {
        return fileSystem.equals("tmpfs") || fileSystem.equals("ramfs") || fileSystem.equals("devtmpfs");
    }
}
