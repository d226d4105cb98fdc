package io.pagetax.linux.file;

import io.pagetax.linux.file.AlignedBuffer.Backing;
import io.pagetax.linux.syscall.Advice;
import io.pagetax.linux.syscall.MapFlags;
import io.pagetax.linux.syscall.NativeMemory;
import io.pagetax.linux.syscall.Syscalls;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Memory in pages of 2 MiB, as far as the kernel has them to give. */
final class HugePages {

    /** Bytes in a huge page. */
    static final int SIZE = 1 << 21;

    private static final Syscalls SYSCALLS = Syscalls.get();
    private static final int READ_AND_WRITE = MapFlags.PROT_READ | MapFlags.PROT_WRITE;
    private static final int PRIVATE = MapFlags.MAP_PRIVATE | MapFlags.MAP_ANONYMOUS;
    private static final Path MAPPINGS = Path.of("/proc/self/smaps");
    private static final Pattern RANGE = Pattern.compile("([0-9a-f]+)-([0-9a-f]+) .*");
    private static final Pattern HUGE = Pattern.compile("AnonHugePages: +(\\d+) kB");
    private static final int HEXADECIMAL = 16;
    private static final long KIB = 1024;

    private HugePages() {}

    /** From the pool, else transparent ones, else ordinary pages. */
    static AlignedBuffer allocate(int length) throws NativeIoException {
        long rounded = ((long) length + SIZE - 1) / SIZE * SIZE;
        int pool = MapFlags.MAP_HUGETLB | MapFlags.MAP_HUGE_2MB | MapFlags.MAP_POPULATE;
        long address = SYSCALLS.mmap(0, rounded, READ_AND_WRITE, PRIVATE | pool, -1, 0);
        return address >= 0
                ? new AlignedBuffer(address, length, rounded, Backing.HUGETLB)
                : transparent(length, rounded);
    }

    private static AlignedBuffer transparent(int length, long rounded) throws NativeIoException {
        long address = aligned(rounded);
        boolean advised = SYSCALLS.madvise(address, rounded, Advice.MADV_HUGEPAGE) >= 0;
        touch(address, rounded);
        boolean huge = advised && hugeBytesAt(address) >= rounded;
        return new AlignedBuffer(address, length, rounded, huge ? Backing.TRANSPARENT : Backing.ORDINARY);
    }

    /** Memory at a multiple of the huge page, cut from a mapping that is a huge page longer. */
    private static long aligned(long length) throws NativeIoException {
        long mapped = SYSCALLS.mmap(0, length + SIZE, READ_AND_WRITE, PRIVATE, -1, 0);
        if (mapped < 0) {
            throw new NativeIoException("mmap", "anonymous memory", NativeIoException.NONE, length + SIZE, mapped);
        }
        long address = (mapped + SIZE - 1) / SIZE * SIZE;
        unmap(mapped, address - mapped);
        unmap(address + length, mapped + SIZE - address);
        return address;
    }

    private static void unmap(long address, long length) throws NativeIoException {
        long result = length == 0 ? 0 : SYSCALLS.munmap(address, length);
        if (result < 0) {
            throw new NativeIoException("munmap", "anonymous memory", NativeIoException.NONE, length, result);
        }
    }

    private static void touch(long address, long length) {
        for (long at = 0; at < length; at += SIZE) {
            ByteBuffer piece = NativeMemory.view(address + at, SIZE);
            for (int i = 0; i < SIZE; i += NativeMemory.pageSize()) {
                piece.put(i, (byte) 0);
            }
        }
    }

    /** By the kernel's word: its advice succeeds even where the administrator has switched huge pages off. */
    private static long hugeBytesAt(long address) {
        try {
            return hugeBytesAt(address, Files.readAllLines(MAPPINGS, StandardCharsets.ISO_8859_1));
        } catch (IOException unreadable) {
            return 0;
        }
    }

    /** Bytes in transparent huge pages of the mapping that an address is in, as smaps lists them. */
    static long hugeBytesAt(long address, List<String> smaps) {
        boolean within = false;
        for (String line : smaps) {
            Matcher range = RANGE.matcher(line);
            if (range.matches()) {
                within = Long.compareUnsigned(bound(range, 1), address) <= 0
                        && Long.compareUnsigned(address, bound(range, 2)) < 0;
            }
            Matcher huge = HUGE.matcher(line);
            if (within && huge.matches()) {
                return Long.parseLong(huge.group(1)) * KIB;
            }
        }
        return 0;
    }

    private static long bound(Matcher range, int group) {
        return Long.parseUnsignedLong(range.group(group), HEXADECIMAL);
    }
}
