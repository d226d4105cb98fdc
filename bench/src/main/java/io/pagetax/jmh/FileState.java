package io.pagetax.jmh;

import io.pagetax.evidence.ProcessWitness;
import io.pagetax.linux.file.NativeIoException;
import io.pagetax.linux.pagecache.PageCache;
import io.pagetax.sample.Companions;
import io.pagetax.testfile.DataFile;
import io.pagetax.testfile.ScratchFolder;
import io.pagetax.testfile.TargetException;
import io.pagetax.workload.AccessPath;
import io.pagetax.workload.Blocks;
import io.pagetax.workload.ByteSize;
import io.pagetax.workload.CacheState;
import io.pagetax.workload.Company;
import io.pagetax.workload.HitTeller;
import io.pagetax.workload.Ioengine;
import io.pagetax.workload.Rw;
import io.pagetax.workload.Workload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.BenchmarkParams;

/** The data file and the parameters of a trial, shared by its threads. Parameters are named as in fio. */
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init") // JMH sets the parameters before any of its fixtures run
public abstract class FileState {

    /** Must be true for a benchmark that writes to use an existing file: {@code -jvmArgsAppend -D...=true}. */
    public static final String ALLOW_OVERWRITE = "pagetax.allowOverwrite";

    private static final String AUTO = "auto";

    /** A folder, for a scratch file there; an existing file or block device; or {@code auto}. */
    @Param(AUTO)
    public String target;

    /** Bytes of the file that are used. */
    @Param("256m")
    public String size;

    /** Bytes an operation. */
    @Param("4k")
    public String bs;

    /** State of the page cache at the start of a sample. */
    @Param({"uncached", "mixed:50", "cached"})
    public String cache;

    /** How operations are issued; {@code auto}: as the path has it by default. */
    @Param(AUTO)
    public String ioengine;

    /** Operations that each thread keeps in flight; more than 1 with io_uring alone. */
    @Param("1")
    public int iodepth;

    /** What other threads do to the file meanwhile: {@code none}, or {@code buffered:1} and so on. */
    @Param("none")
    public String beside;

    /** Seed of offsets and of the mixed state's draw. */
    @Param("42")
    public long randseed;

    private Workload workload;
    private DataFile file;
    private ProcessWitness process;
    private Companions companions;

    /** How data gets to the program. */
    abstract AccessPath path();

    /** By what hits and misses of the page cache are told apart. */
    abstract HitTeller hits();

    /** Which of the file's blocks are visited. */
    abstract Blocks blocks();

    /** Makes or opens the data file and starts from an empty cache. */
    @Setup(Level.Trial)
    public void open(BenchmarkParams params) throws IOException {
        // The benchmark methods bear fio's words for what they do.
        String method = params.getBenchmark().substring(params.getBenchmark().lastIndexOf('.') + 1);
        workload = new Workload(
                Rw.parse(method),
                path(),
                CacheState.parse(cache),
                ioengine.equals(AUTO) ? Ioengine.defaultOf(path()) : Ioengine.parse(ioengine),
                iodepth,
                Math.toIntExact(ByteSize.parse(bs)),
                ByteSize.parse(size),
                params.getThreads(),
                randseed,
                hits(),
                blocks(),
                Company.parse(beside));
        List<String> problems = workload.problems();
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", problems));
        }
        file = openFile();
        evictAll();
        process = new ProcessWitness(file.path());
        companions = new Companions(workload, file.path());
    }

    private DataFile openFile() throws IOException {
        Path path = target.equals(AUTO) ? ScratchFolder.choose().path() : Path.of(target);
        if (Files.isDirectory(path)) {
            return DataFile.create(path, workload.sizeBytes(), () -> false);
        }
        if (workload.writes() && !Boolean.getBoolean(ALLOW_OVERWRITE)) {
            throw new TargetException(
                    path + " exists and would be overwritten; -D" + ALLOW_OVERWRITE + "=true allows it");
        }
        return DataFile.existing(path, workload.sizeBytes());
    }

    /** Whole-file eviction, once: a large folio that crosses two jobs' regions can't be dropped by either of them. */
    private void evictAll() throws NativeIoException {
        if (!workload.cache().isCached()) {
            try (PageCache pages = PageCache.of(file.path())) {
                pages.flush();
                pages.evict(0, file.sizeBytes());
            }
        }
    }

    /** Begins to watch the process and the machine, and has the file in company before the jobs begin. */
    @Setup(Level.Iteration)
    public void startSample() throws IOException {
        process.startSample();
        companions.start();
    }

    /** Hands over what was seen of them. */
    @TearDown(Level.Iteration)
    public void endSample() throws IOException {
        companions.stop();
        process.endSample();
    }

    /** Removes a scratch file. */
    @TearDown(Level.Trial)
    public void close() throws IOException {
        if (process != null) {
            process.close();
        }
        if (file != null) {
            file.close();
        }
    }

    Workload workload() {
        return workload;
    }

    Path file() {
        return file.path();
    }
}
