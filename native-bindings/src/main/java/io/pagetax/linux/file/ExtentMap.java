package io.pagetax.linux.file;

import io.pagetax.linux.syscall.FiemapLayout;
import io.pagetax.linux.syscall.Ioctl;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a file's bytes lie on its device, by FIEMAP. A benchmark wants to know before it reads: holes and unwritten
 * extents are answered with zeroes, without any I/O.
 *
 * @param size of the file in bytes
 * @param extents in the order of their offsets; what none of them covers is a hole
 */
public record ExtentMap(long size, List<Extent> extents) {

    private static final int EXTENTS_PER_CALL = 256;

    /**
     * The extents as they are: what was written a moment ago may be {@linkplain Extent.Trait#DELAYED_ALLOCATION not
     * allocated yet}. A file that others change meanwhile may be shown with pieces of different age.
     *
     * @throws NativeIoException EOPNOTSUPP if the file system does not tell, or if it is no file of one
     */
    public static ExtentMap of(LinuxFile file) throws NativeIoException {
        return read(file, 0);
    }

    /** As {@link #of}, after dirty pages have been written back. */
    public static ExtentMap afterWriteback(LinuxFile file) throws NativeIoException {
        return read(file, FiemapLayout.FIEMAP_FLAG_SYNC);
    }

    private static ExtentMap read(LinuxFile file, int flags) throws NativeIoException {
        ByteBuffer map = ByteBuffer.allocateDirect(
                        FiemapLayout.EXTENTS_OFFSET + EXTENTS_PER_CALL * FiemapLayout.EXTENT_LENGTH)
                .order(ByteOrder.nativeOrder());
        List<Extent> extents = new ArrayList<>();
        while (extents.isEmpty() || !extents.get(extents.size() - 1).is(Extent.Trait.LAST)) {
            long start = extents.isEmpty() ? 0 : extents.get(extents.size() - 1).end();
            ask(file, map, start, flags);
            int found = map.getInt(FiemapLayout.MAPPED_EXTENTS_OFFSET);
            if (found == 0) {
                break;
            }
            for (int i = 0; i < found; i++) {
                extents.add(extent(map, FiemapLayout.EXTENTS_OFFSET + i * FiemapLayout.EXTENT_LENGTH));
            }
        }
        return new ExtentMap(file.size(), List.copyOf(extents));
    }

    private static void ask(LinuxFile file, ByteBuffer map, long start, int flags) throws NativeIoException {
        map.putLong(FiemapLayout.START_OFFSET, start);
        map.putLong(FiemapLayout.LENGTH_OFFSET, Long.MAX_VALUE - start);
        map.putInt(FiemapLayout.FLAGS_OFFSET, flags);
        map.putInt(FiemapLayout.EXTENT_COUNT_OFFSET, EXTENTS_PER_CALL);
        file.ioctl("FS_IOC_FIEMAP", Ioctl.FS_IOC_FIEMAP, map);
    }

    private static Extent extent(ByteBuffer map, int at) {
        return new Extent(
                map.getLong(at + FiemapLayout.EXTENT_LOGICAL_OFFSET),
                map.getLong(at + FiemapLayout.EXTENT_PHYSICAL_OFFSET),
                map.getLong(at + FiemapLayout.EXTENT_LENGTH_OFFSET),
                Extent.Trait.of(map.getInt(at + FiemapLayout.EXTENT_FLAGS_OFFSET)));
    }

    /** Bytes of the file in extents with a trait. */
    public long bytesThatAre(Extent.Trait trait) {
        return extents.stream()
                .filter(extent -> extent.is(trait))
                .mapToLong(extent -> extent.bytesBefore(size))
                .sum();
    }

    /** Bytes of the file that are reserved and were never written. */
    public long unwrittenBytes() {
        return bytesThatAre(Extent.Trait.UNWRITTEN);
    }

    /** Bytes of the file that have no place on the device. */
    public long holeBytes() {
        return size
                - extents.stream().mapToLong(extent -> extent.bytesBefore(size)).sum();
    }
}
