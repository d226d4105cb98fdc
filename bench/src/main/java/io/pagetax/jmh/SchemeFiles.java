package io.pagetax.jmh;

import io.pagetax.linux.file.LinuxFile;
import io.pagetax.linux.file.OpenFlag;
import io.pagetax.linux.syscall.NativeMemory;
import io.pagetax.scheme.Schemes;
import io.pagetax.scheme.measure.Residency;
import io.pagetax.scheme.measure.Testbed;
import io.pagetax.scheme.model.FileDevice;
import io.pagetax.testfile.DataFile;
import io.pagetax.testfile.ScratchFolder;
import io.pagetax.workload.TimeSpan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.BenchmarkParams;

/** The files of {@link SchemeCost}: one for all threads, or one for each. */
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init") // JMH sets the parameters before any of its fixtures run
public class SchemeFiles {

    /** Id of the scheme. */
    @Param("untracked")
    public String scheme;

    /** {@code null}; {@code ram:10us} and the like, memory of that latency; {@code file}, by O_DIRECT. */
    @Param("null")
    public String device;

    /** A folder for the files of {@code device=file}, or {@code auto}. */
    @Param("auto")
    public String target;

    /** Which pages are cached: uncached, one-page, mixed:10, mixed:50, mixed:90, cached, churned. */
    @Param("uncached")
    public String cache;

    /** {@code one}, or {@code each}: one a thread. */
    @Param("one")
    public String files;

    private static final long FILE_BYTES = (Testbed.PAGES + 1L) * NativeMemory.pageSize();

    private final List<Testbed> testbeds = new ArrayList<>();
    private final List<LinuxFile> openFiles = new ArrayList<>();
    private final List<DataFile> dataFiles = new ArrayList<>();

    /** Makes the files. */
    @Setup(Level.Trial)
    public void open(BenchmarkParams params) throws IOException {
        int count = files.equals("each") ? params.getThreads() : 1;
        for (int file = 0; file < count; file++) {
            testbeds.add(make(params.getThreads() + 1));
        }
    }

    private Testbed make(int buffers) throws IOException {
        Schemes type = Schemes.of(scheme);
        Residency residency = Residency.of(cache);
        if (device.equals("null")) {
            return Testbed.onNull(type, residency, buffers);
        }
        if (device.startsWith("ram:")) {
            return Testbed.onRam(
                    type,
                    residency,
                    buffers,
                    TimeSpan.parse(device.substring("ram:".length())).toNanos());
        }
        if (!device.equals("file")) {
            throw new IllegalArgumentException("device: null, ram:TIME or file, not " + device);
        }
        Path folder = target.equals("auto") ? ScratchFolder.choose().path() : Path.of(target);
        DataFile data = DataFile.create(folder, FILE_BYTES, () -> false);
        dataFiles.add(data);
        LinuxFile file = LinuxFile.open(data.path(), OpenFlag.RDWR, OpenFlag.DIRECT);
        openFiles.add(file);
        return Testbed.on(type, residency, buffers, memory -> new FileDevice(file, memory));
    }

    /** The one of a thread. */
    Testbed testbed(int thread) {
        return testbeds.get(thread % testbeds.size());
    }

    /** Removes them. */
    @TearDown(Level.Trial)
    public void close() throws IOException {
        for (LinuxFile file : openFiles) {
            file.close();
        }
        for (DataFile data : dataFiles) {
            data.close();
        }
        for (Testbed testbed : testbeds) {
            testbed.close();
        }
    }
}
