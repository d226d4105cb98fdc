package io.pagetax.linux.file;

import io.pagetax.linux.syscall.FiemapLayout;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A piece of a file that lies in one piece on its device.
 *
 * @param offset where it begins in the file, in bytes
 * @param deviceOffset where it begins on the device, in bytes; says nothing if the traits make the place unknown
 * @param length in bytes; may reach beyond the end of the file
 * @param traits what is special about it
 */
public record Extent(long offset, long deviceOffset, long length, Set<Trait> traits) {

    /** What FIEMAP says of an extent besides its place. */
    public enum Trait {
        /** The file's last. */
        LAST(FiemapLayout.FIEMAP_EXTENT_LAST),
        /** Its place on the device is not known. */
        UNKNOWN_PLACE(FiemapLayout.FIEMAP_EXTENT_UNKNOWN),
        /** Its place is not chosen yet: the data is in the page cache only. */
        DELAYED_ALLOCATION(FiemapLayout.FIEMAP_EXTENT_DELALLOC),
        /** Compressed or encrypted: the bytes on the device are not those of the file. */
        ENCODED(FiemapLayout.FIEMAP_EXTENT_ENCODED),
        /** Kept among the metadata. */
        INLINE(FiemapLayout.FIEMAP_EXTENT_DATA_INLINE),
        /** Reserved and never written: reads give zeroes without asking the device. */
        UNWRITTEN(FiemapLayout.FIEMAP_EXTENT_UNWRITTEN),
        /** Shared with another file or snapshot: a write goes elsewhere. */
        SHARED(FiemapLayout.FIEMAP_EXTENT_SHARED);

        private final int bit;

        Trait(int bit) {
            this.bit = bit;
        }

        static Set<Trait> of(int bits) {
            return Arrays.stream(values())
                    .filter(trait -> (bits & trait.bit) != 0)
                    .collect(Collectors.toUnmodifiableSet());
        }
    }

    /** Whether it has a trait. */
    public boolean is(Trait trait) {
        return traits.contains(trait);
    }

    /** The first byte of the file after it. */
    public long end() {
        return offset + length;
    }

    /** How many of its bytes lie before an offset in the file. */
    long bytesBefore(long limit) {
        return Math.max(0, Math.min(end(), limit) - offset);
    }
}
