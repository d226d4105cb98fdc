package io.pagetax.engine;

import io.pagetax.linux.file.AlignedBuffer;
import io.pagetax.linux.file.FileMapping;
import io.pagetax.linux.file.LinuxFile;
import io.pagetax.linux.file.NativeIoException;
import io.pagetax.linux.file.OpenFlag;
import io.pagetax.linux.syscall.Advice;
import io.pagetax.linux.syscall.Errno;
import io.pagetax.linux.syscall.RwFlags;
import io.pagetax.workload.AccessPath;
import io.pagetax.workload.Rw;
import io.pagetax.workload.Workload;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Opens the engine that a workload asks for: the one place where engines are registered. */
public final class Engines {

    private static final Set<Errno> REFUSALS = EnumSet.of(Errno.EOPNOTSUPP, Errno.EINVAL, Errno.ENOSYS, Errno.ENODEV);

    private Engines() {}

    /**
     * Opens a file for a workload: O_RDONLY unless it writes, readahead off if its order is random.
     *
     * @throws NativeIoException if the file cannot be opened or mapped this way; EINVAL often means no O_DIRECT
     */
    public static IoEngine open(Workload workload, Path path) throws NativeIoException {
        OpenFlag access = workload.rw().isWrite() ? OpenFlag.RDWR : OpenFlag.RDONLY;
        AlignedBuffer block = AlignedBuffer.allocate(workload.blockSizeBytes());
        return switch (workload.path()) {
            case DIRECT -> new PsyncEngine(LinuxFile.open(path, access, OpenFlag.DIRECT), block);
            case BUFFERED -> {
                LinuxFile file = LinuxFile.open(path, access);
                adviseOrder(file, workload.rw());
                yield new PsyncEngine(file, block);
            }
            case DONTCACHE -> {
                LinuxFile file = LinuxFile.open(path, access);
                adviseOrder(file, workload.rw());
                yield new Pvsync2Engine(file, block, RwFlags.DONTCACHE);
            }
            case MMAP -> {
                LinuxFile file = LinuxFile.open(path, access);
                FileMapping mapping = FileMapping.readOnly(file, workload.sizeBytes());
                if (workload.rw().isRandom()) {
                    mapping.advise(0, workload.sizeBytes(), Advice.MADV_RANDOM);
                }
                adviseOrder(file, workload.rw());
                yield new MmapEngine(file, mapping, block);
            }
        };
    }

    /**
     * Why a workload can't run on a file, found by trying: opens the engine and, for reads, reads one block.
     *
     * @return empty if it works
     * @throws NativeIoException for errors that say nothing of support, such as EACCES and EIO
     */
    public static Optional<String> unavailabilityCause(Workload workload, Path path) throws NativeIoException {
        try (IoEngine engine = open(workload, path)) {
            long result = workload.rw().isWrite() ? 0 : engine.read(0);
            if (result < 0) {
                throw new NativeIoException(callName(workload), path, 0, workload.blockSizeBytes(), result);
            }
            return Optional.empty();
        } catch (NativeIoException refused) {
            if (REFUSALS.contains(refused.errno())) {
                return Optional.ofNullable(refused.getMessage());
            }
            throw refused;
        }
    }

    /** The system call that carries a workload's operations, for error messages. */
    public static String callName(Workload workload) {
        String name = workload.rw().isWrite() ? "pwrite" : "pread";
        return switch (workload.path()) {
            case DIRECT, BUFFERED -> name;
            case DONTCACHE -> name + "v2";
            case MMAP -> "mmap";
        };
    }

    /** How readahead is set for a workload, for the record: {@code off}, {@code default}, or {@code none} if direct. */
    public static String readahead(Workload workload) {
        if (workload.path() == AccessPath.DIRECT) {
            return "none";
        }
        return workload.rw().isRandom() ? "off" : "default";
    }

    private static void adviseOrder(LinuxFile file, Rw rw) throws NativeIoException {
        if (rw.isRandom()) {
            file.advise(0, 0, Advice.POSIX_FADV_RANDOM);
        }
    }
}
