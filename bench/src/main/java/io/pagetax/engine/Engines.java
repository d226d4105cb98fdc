package io.pagetax.engine;

import io.pagetax.linux.file.AlignedBuffer;
import io.pagetax.linux.file.LinuxFile;
import io.pagetax.linux.file.NativeIoException;
import io.pagetax.linux.file.OpenFlag;
import io.pagetax.linux.syscall.Advice;
import io.pagetax.linux.syscall.Errno;
import io.pagetax.linux.syscall.RwFlags;
import io.pagetax.linux.uring.TransferQueue;
import io.pagetax.workload.AccessPath;
import io.pagetax.workload.HitTeller;
import io.pagetax.workload.Ioengine;
import io.pagetax.workload.Workload;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Opens the engine that a workload asks for: the one place where engines are registered. */
public final class Engines {

    private static final Set<Errno> REFUSALS = EnumSet.of(Errno.EOPNOTSUPP, Errno.EINVAL, Errno.ENOSYS, Errno.ENODEV);

    private Engines() {}

    /**
     * Opens a file for a workload whose engine does one operation at a time: O_RDONLY unless it writes, readahead off if
     * its order is random.
     *
     * @throws NativeIoException if the file cannot be opened or mapped this way; EINVAL often means no O_DIRECT
     * @throws UnavailableException if the engine cannot do what is asked for
     */
    public static IoEngine open(Workload workload, Path path) throws IOException {
        return switch (workload.ioengine()) {
            case PSYNC, PVSYNC2 -> openPositional(workload, path);
            case FILECHANNEL -> openChannel(workload, path);
            case MMAP -> openMapped(workload, OwnMapping.open(path, workload.sizeBytes()));
            case MAPPEDBYTEBUFFER -> openMappedBuffer(workload, path);
            case IO_URING -> throw new IllegalArgumentException("keeps a queue: " + workload.ioengine());
        };
    }

    /**
     * Opens a file for a workload whose engine keeps a queue of {@link Workload#iodepth()}; see {@link #open}.
     *
     * @throws NativeIoException if the file cannot be opened this way
     * @throws UnavailableException if the engine cannot do what is asked for
     */
    public static QueueEngine openQueue(Workload workload, Path path) throws IOException {
        if (workload.ioengine() != Ioengine.IO_URING) {
            throw new IllegalArgumentException("keeps no queue: " + workload.ioengine());
        }
        LinuxFile file = openAdvised(workload, path);
        try {
            return new IoUringEngine(
                    file, TransferQueue.open(file, workload.iodepth(), workload.blockSizeBytes(), flags(workload)));
        } catch (NativeIoException failed) {
            file.close();
            throw failed;
        }
    }

    /** O_DIRECT if the path says so, for writing only if the workload writes. */
    private static LinuxFile openFile(Workload workload, Path path) throws NativeIoException {
        OpenFlag access = workload.rw().isWrite() ? OpenFlag.RDWR : OpenFlag.RDONLY;
        return workload.path() == AccessPath.DIRECT ? openDirect(path, access) : LinuxFile.open(path, access);
    }

    static LinuxFile openDirect(Path path, OpenFlag access) throws NativeIoException {
        return LinuxFile.open(path, access, OpenFlag.DIRECT);
    }

    private static IoEngine openPositional(Workload workload, Path path) throws NativeIoException {
        LinuxFile file = openAdvised(workload, path);
        try {
            return positional(workload, file);
        } catch (NativeIoException failed) {
            file.close();
            throw failed;
        }
    }

    /** For calls on the descriptor: readahead is set as the workload has it. */
    static LinuxFile openAdvised(Workload workload, Path path) throws NativeIoException {
        LinuxFile file = openFile(workload, path);
        try {
            if (setsReadahead(workload)) {
                file.advise(0, 0, Advice.POSIX_FADV_RANDOM);
            }
            return file;
        } catch (NativeIoException failed) {
            file.close();
            throw failed;
        }
    }

    /** An engine that owns the file. */
    static IoEngine positional(Workload workload, LinuxFile file) throws NativeIoException {
        AlignedBuffer block = AlignedBuffer.allocate(workload.blockSizeBytes());
        return workload.ioengine() == Ioengine.PSYNC
                ? new PsyncEngine(file, block)
                : new Pvsync2Engine(file, block, flags(workload));
    }

    /** What preadv2(2) and io_uring add to each operation. */
    private static int flags(Workload workload) {
        return workload.path() == AccessPath.DONTCACHE ? RwFlags.DONTCACHE : 0;
    }

    private static boolean setsReadahead(Workload workload) {
        return workload.rw().isRandom() && workload.path() != AccessPath.DIRECT;
    }

    private static IoEngine openChannel(Workload workload, Path path) throws IOException {
        // What the JDK says of a file that cannot be opened lacks the error number.
        openFile(workload, path).close();
        FileChannelEngine engine = FileChannelEngine.open(workload, path);
        try {
            if (setsReadahead(workload)) {
                engine.advise(path, Advice.POSIX_FADV_RANDOM);
            }
            return engine;
        } catch (IOException failed) {
            engine.close();
            throw failed;
        }
    }

    private static IoEngine openMappedBuffer(Workload workload, Path path) throws IOException {
        openFile(workload, path).close();
        return openMapped(workload, JdkMapping.open(path, workload.sizeBytes(), workload.blockSizeBytes()));
    }

    /** An engine that owns the mapping. */
    private static IoEngine openMapped(Workload workload, MappedFile mapping) throws IOException {
        try {
            if (workload.rw().isRandom()) {
                mapping.advise(0, workload.sizeBytes(), Advice.MADV_RANDOM);
            }
            return new MmapEngine(mapping, AlignedBuffer.allocate(workload.blockSizeBytes()));
        } catch (IOException failed) {
            mapping.close();
            throw failed;
        }
    }

    /**
     * Why a workload can't run on a file, found by trying: opens the engine and, for reads, reads one block.
     *
     * @return empty if it works
     * @throws NativeIoException for errors that say nothing of support, such as EACCES and EIO
     */
    public static Optional<String> unavailabilityCause(Workload workload, Path path) throws IOException {
        if (workload.path().looksFirst()) {
            // The block that is tried may be a hit, and says nothing then of how a miss is read.
            Optional<String> ofMisses = unavailabilityCause(workload.on(AccessPath.DIRECT, Ioengine.PSYNC), path);
            if (ofMisses.isPresent()) {
                return ofMisses;
            }
        }
        try {
            long result = workload.ioengine().queues() ? tryQueue(workload, path) : tryOne(workload, path);
            if (result < 0) {
                throw new NativeIoException(callName(workload), path, 0, workload.blockSizeBytes(), result);
            }
            return Optional.empty();
        } catch (UnavailableException refused) {
            return Optional.ofNullable(refused.getMessage());
        } catch (NativeIoException refused) {
            if (REFUSALS.contains(refused.errno())) {
                return Optional.ofNullable(refused.getMessage());
            }
            throw refused;
        }
    }

    private static long tryOne(Workload workload, Path path) throws IOException {
        try (IoEngine engine = workload.tellsHits() ? Tellers.open(workload, path) : open(workload, path)) {
            return workload.rw().isWrite() ? 0 : engine.read(0);
        }
    }

    private static long tryQueue(Workload workload, Path path) throws IOException {
        try (QueueEngine engine = openQueue(workload, path)) {
            if (workload.rw().isWrite()) {
                return 0;
            }
            engine.queueRead(0, 0);
            do {
                engine.submitAndWait(1);
            } while (engine.nextSlot() == QueueEngine.NONE);
            return engine.result();
        }
    }

    /** The call that carries a workload's operations, for error messages. */
    public static String callName(Workload workload) {
        boolean write = workload.rw().isWrite();
        if (workload.hits() == HitTeller.NOWAIT || workload.path() == AccessPath.HYBRID_NOWAIT) {
            return "preadv2";
        }
        return switch (workload.ioengine()) {
            case PSYNC -> write ? "pwrite" : "pread";
            case PVSYNC2 -> write ? "pwritev2" : "preadv2";
            case MMAP -> "mmap";
            case IO_URING -> write ? "io_uring WRITE" : "io_uring READ";
            case FILECHANNEL -> write ? "FileChannel.write" : "FileChannel.read";
            case MAPPEDBYTEBUFFER -> "MappedByteBuffer.get";
        };
    }

    /** How readahead is set for a workload, for the record: {@code off}, {@code default}, or {@code none} if direct. */
    public static String readahead(Workload workload) {
        if (workload.path() == AccessPath.DIRECT) {
            return "none";
        }
        return workload.rw().isRandom() ? "off" : "default";
    }
}
