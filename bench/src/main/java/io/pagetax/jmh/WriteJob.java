package io.pagetax.jmh;

import java.io.IOException;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.ThreadParams;

/** One thread's job of {@link Write}. */
public class WriteJob extends JobState {

    /** Opens the job. */
    @Setup(Level.Trial)
    public void open(WriteFile file, BenchmarkParams params, ThreadParams thread) throws IOException {
        super.open(file, params, thread);
    }
}
