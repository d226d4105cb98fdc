package io.pagetax.engine;

import io.pagetax.linux.file.LinuxFile;
import io.pagetax.linux.file.NativeIoException;
import io.pagetax.linux.file.OpenFlag;
import io.pagetax.linux.syscall.Errno;
import io.pagetax.linux.syscall.RwFlags;
import io.pagetax.workload.AccessPath;
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
            case CACHESTAT -> openPositional(workload, path, (file, engine) -> cachestat(file, engine, engine));
            case FAULTS -> openMapped(workload, path);
            case NONE -> {
                if (!workload.tellsHits()) {
                    throw new IllegalArgumentException("nothing is told apart: " + workload);
                }
                yield openHybrid(workload, path);
            }
        };
    }

    /** Hits and misses by different engines, which share a block: one file through the cache and one past it. */
    private static TellingEngine openHybrid(Workload workload, Path path) throws IOException {
        IoEngine misses = openPast(workload, path);
        try {
            LinuxFile file = Engines.openAdvised(workload, path);
            return closingOnFailure(
                    file,
                    () -> workload.path() == AccessPath.HYBRID_CACHESTAT
                            ? cachestat(file, new PsyncEngine(file, misses.block()), misses)
                            : nowait(file, misses));
        } catch (IOException failed) {
            misses.close();
            throw failed;
        }
    }

    private static IoEngine openPast(Workload workload, Path path) throws IOException {
        LinuxFile file = Engines.openDirect(path, OpenFlag.RDONLY);
        return closingOnFailure(file, () -> Engines.positional(workload, file));
    }

    private interface Opening<E> {
        E open() throws IOException;
    }

    private static <E> E closingOnFailure(LinuxFile file, Opening<E> opening) throws IOException {
        try {
            return opening.open();
        } catch (IOException failed) {
            file.close();
            throw failed;
        }
    }

    private static TellingEngine nowait(LinuxFile file, IoEngine engine) throws IOException {
        return new NowaitReads(new Pvsync2Engine(file, engine.block(), RwFlags.NOWAIT), engine);
    }

    /** Looks once, so that a refusal bears the name of the call that was refused. */
    private static TellingEngine cachestat(LinuxFile file, IoEngine hits, IoEngine misses) throws IOException {
        CachestatReads reads = new CachestatReads(file, hits, misses);
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
        return closingOnFailure(file, () -> teller.wrap(file, Engines.positional(workload, file)));
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
