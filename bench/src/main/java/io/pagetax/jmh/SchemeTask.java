package io.pagetax.jmh;

import io.pagetax.linux.syscall.NativeMemory;
import io.pagetax.scheme.CoherenceScheme;
import io.pagetax.scheme.measure.Testbed;
import io.pagetax.scheme.model.Request;
import io.pagetax.scheme.model.Task;
import io.pagetax.workload.ByteSize;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.ThreadParams;

/** A thread of {@link SchemeCost}, with memory of its own. */
@State(Scope.Thread)
@SuppressWarnings("NullAway.Init") // JMH sets the parameters before any of its fixtures run
public class SchemeTask {

    /** Bytes a transfer: 4k to 128k. */
    @Param("4k")
    public String bs;

    private CoherenceScheme scheme;
    private Task task;
    private Request read;
    private Request write;
    private int pages;
    private int places;
    private long random;

    /** Takes its place. */
    @Setup(Level.Trial)
    public void open(SchemeFiles files, ThreadParams thread) {
        int number = thread.getThreadIndex();
        Testbed testbed = files.testbed(number);
        scheme = testbed.scheme();
        task = new Task(number);
        read = testbed.readInto(number);
        write = testbed.writeFrom(number);
        pages = Math.toIntExact(ByteSize.parse(bs) / NativeMemory.pageSize());
        if (pages < 1 || pages > Testbed.LONGEST) {
            throw new IllegalArgumentException("bs: 4k to 128k, not " + bs);
        }
        places = Testbed.PAGES / pages;
        random = 42L + number;
    }

    int read() {
        return scheme.directRead(task, read.of(nextIndex(), pages));
    }

    int write() {
        return scheme.directWrite(task, write.of(nextIndex(), pages));
    }

    int readThroughCache() {
        return scheme.bufferedRead(task, read.of(nextIndex(), pages));
    }

    /** xorshift64 (Marsaglia 2003). */
    private long nextIndex() {
        random ^= random << 13;
        random ^= random >>> 7;
        random ^= random << 17;
        return (random >>> 1) % places * pages;
    }
}
