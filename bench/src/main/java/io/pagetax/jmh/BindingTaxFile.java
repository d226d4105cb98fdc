package io.pagetax.jmh;

import io.pagetax.linux.syscall.NativeMemory;
import io.pagetax.testfile.DataFile;
import io.pagetax.testfile.ScratchFolder;
import io.pagetax.workload.ByteSize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** The file of {@link BindingTax}, and where to read next. Parameters are named as in fio. */
@State(Scope.Thread)
@SuppressWarnings("NullAway.Init") // JMH sets the parameters before any of its fixtures run
public class BindingTaxFile {

    /** A folder, for a scratch file there; an existing file; or {@code auto}. */
    @Param("auto")
    public String target;

    /** Bytes of the file. */
    @Param("256m")
    public String size;

    /** Bytes an operation. */
    @Param("4k")
    public String bs;

    private DataFile file;
    private int blockSize;
    private long blocks;
    private long random = 42;

    /** Makes or opens the data file. */
    @Setup(Level.Trial)
    public void open() throws IOException {
        blockSize = Math.toIntExact(ByteSize.parse(bs));
        blocks = ByteSize.parse(size) / blockSize;
        Path path = target.equals("auto") ? ScratchFolder.choose().path() : Path.of(target);
        file = Files.isDirectory(path)
                ? DataFile.create(path, sizeBytes(), () -> false)
                : DataFile.existing(path, sizeBytes());
    }

    /** xorshift64 (Marsaglia 2003), as in the loop in C. */
    long nextOffset() {
        random ^= random << 13;
        random ^= random >>> 7;
        random ^= random << 17;
        return (random >>> 1) % blocks * blockSize;
    }

    Path path() {
        return file.path();
    }

    int blockSize() {
        return blockSize;
    }

    long sizeBytes() {
        return blocks * blockSize;
    }

    long pages() {
        return sizeBytes() / NativeMemory.pageSize();
    }

    /** Removes a scratch file. */
    @TearDown(Level.Trial)
    public void close() throws IOException {
        if (file != null) {
            file.close();
        }
    }
}
