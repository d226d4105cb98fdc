package io.pagetax.engine;

import io.pagetax.linux.file.LinuxFile;
import io.pagetax.linux.file.NativeIoException;
import io.pagetax.linux.syscall.Errno;
import io.pagetax.linux.syscall.RwFlags;
import io.pagetax.workload.Workload;
import java.io.IOException;
import java.nio.file.Path;

/** Opens the engine for a workload whose hits and misses are told apart: the one place where tellers are registered. */
public final class Tellers {

    private Tellers() {}

    /** Puts a teller around an engine that reads a file; on the same descriptor, so that the kernel sees one reader. */
    private interface Wrapper {
        TellingEngine wrap(LinuxFile file, IoEngine engine) throws IOException;
    }

    /**
     * Opens a file as {@link Engines#open} does.
     *
     * @throws NativeIoException if the file cannot be opened or mapped this way
     * @throws UnavailableException if the kernel does not let this user look
     */
    public static TellingEngine open(Workload workload, Path path) throws IOException {
        return switch (workload.hits()) {
            case NOWAIT -> openPositional(workload, path, Tellers::nowait);
            case CACHESTAT -> openPositional(workload, path, Tellers::cachestat);
            case FAULTS -> openMapped(workload, path);
            case NONE -> throw new IllegalArgumentException("nothing is told apart: " + workload);
        };
    }

    private static TellingEngine nowait(LinuxFile file, IoEngine engine) throws IOException {
        return new NowaitReads(new Pvsync2Engine(file, engine.block(), RwFlags.NOWAIT), engine);
    }

    /** Looks once, so that a refusal bears the name of the call that was refused. */
    private static TellingEngine cachestat(LinuxFile file, IoEngine engine) throws IOException {
        CachestatReads reads = new CachestatReads(file, engine);
        long result = reads.look(0);
        if (result < 0) {
            reads.close();
            Errno errno = Errno.ofResult(result);
            throw new UnavailableException("cachestat(" + file.path() + "): " + errno + " (" + errno.description()
                    + "); needs kernel 6.5, and a file that is this user's own or writable");
        }
        return reads;
    }

    private static TellingEngine openPositional(Workload workload, Path path, Wrapper teller) throws IOException {
        LinuxFile file = Engines.openAdvised(workload, path);
        try {
            return teller.wrap(file, Engines.positional(workload, file));
        } catch (IOException failed) {
            file.close();
            throw failed;
        }
    }

    private static TellingEngine openMapped(Workload workload, Path path) throws IOException {
        IoEngine engine = Engines.open(workload, path);
        try {
            return new FaultReads(engine);
        } catch (IOException failed) {
            engine.close();
            throw failed;
        }
    }
}
