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
        LinuxFile file = workload.path() == AccessPath.DIRECT
                ? LinuxFile.open(path, access, OpenFlag.DIRECT)
                : LinuxFile.open(path, access);
        try {
            return engine(workload, file);
        } catch (NativeIoException failed) {
            file.close();
            throw failed;
        }
    }

    /** An engine that owns the file. */
    private static IoEngine engine(Workload workload, LinuxFile file) throws NativeIoException {
        boolean random = workload.rw().isRandom();
        if (random && workload.path() != AccessPath.DIRECT) {
            file.advise(0, 0, Advice.POSIX_FADV_RANDOM);
        }
        int blockSize = workload.blockSizeBytes();
        return switch (workload.path()) {
            case DIRECT, BUFFERED -> new PsyncEngine(file, AlignedBuffer.allocate(blockSize));
            case DONTCACHE -> new Pvsync2Engine(file, AlignedBuffer.allocate(blockSize), RwFlags.DONTCACHE);
            case MMAP -> mmapEngine(workload, file);
        };
    }

    private static IoEngine mmapEngine(Workload workload, LinuxFile file) throws NativeIoException {
        FileMapping mapping = FileMapping.readOnly(file, workload.sizeBytes());
        try {
            if (workload.rw().isRandom()) {
                mapping.advise(0, workload.sizeBytes(), Advice.MADV_RANDOM);
            }
            return new MmapEngine(file, mapping, AlignedBuffer.allocate(workload.blockSizeBytes()));
        } catch (NativeIoException failed) {
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
}
