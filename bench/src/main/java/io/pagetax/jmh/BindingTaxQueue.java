package io.pagetax.jmh;

import io.pagetax.linux.file.LinuxFile;
import io.pagetax.linux.file.OpenFlag;
import io.pagetax.linux.uring.TransferQueue;
import io.pagetax.workload.Workload;
import java.io.IOException;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** One thread's queue for {@link BindingTax#queuedRead}. It stays full from one batch to the next. */
@State(Scope.Thread)
@SuppressWarnings("NullAway.Init") // set in the trial's set-up
public class BindingTaxQueue {

    /** fio's iodepth_batch_submit and iodepth_batch_complete_max. */
    private static final int MOST_AT_A_TIME = 16;

    /** Reads in flight. */
    @Param({"1", "32"})
    public int iodepth;

    private BindingTaxFile file;
    private LinuxFile direct;
    private TransferQueue queue;
    private int[] idle;
    private int idleCount;

    /** Opens the file past the cache, and a ring. */
    @Setup(Level.Trial)
    public void open(BindingTaxFile shared) throws IOException {
        file = shared;
        direct = LinuxFile.open(file.path(), OpenFlag.RDONLY, OpenFlag.DIRECT);
        queue = TransferQueue.open(direct, iodepth, file.blockSize(), 0);
        idle = new int[iodepth];
        while (idleCount < iodepth) {
            idle[idleCount] = idleCount++;
        }
    }

    long batch() throws IOException {
        long now = 0;
        int left = Workload.BATCH;
        while (left > 0) {
            for (int queued = 0; idleCount > 0 && queued < MOST_AT_A_TIME; queued++) {
                queue.read(idle[--idleCount], file.nextOffset());
            }
            int most = Math.min(MOST_AT_A_TIME, left);
            queue.submitAndWait(Math.min(most, queue.outstanding()));
            for (int slot; most > 0 && (slot = queue.next()) != TransferQueue.NONE; most--) {
                now = System.nanoTime();
                if (queue.result() != file.blockSize()) {
                    throw new IOException("io_uring READ_FIXED: result " + queue.result());
                }
                idle[idleCount++] = slot;
                left--;
            }
        }
        return now;
    }

    /** Waits for what is in flight. */
    @TearDown(Level.Trial)
    public void close() throws IOException {
        if (queue != null) {
            queue.close();
        }
        if (direct != null) {
            direct.close();
        }
    }
}
