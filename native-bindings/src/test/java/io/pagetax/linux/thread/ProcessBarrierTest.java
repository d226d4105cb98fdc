package io.pagetax.linux.thread;

import static org.assertj.core.api.Assertions.assertThat;

import io.pagetax.linux.file.NativeIoException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ProcessBarrierTest {

    private static final int TRIES = 100_000;
    private static final long LONGEST_NS = 10_000_000_000L;
    private static final VarHandle CELL = MethodHandles.arrayElementVarHandle(int[].class);
    private static final int LIGHT = 32;
    private static final int HEAVY = 96;
    private static final int ROUND = 160;

    private final int[] cells = new int[256];

    @BeforeAll
    static void register() throws NativeIoException {
        ProcessBarrier.register();
    }

    /** Dekker's: both would miss each other's store now and then if the light side's were still on its way. */
    @Test
    void oneOfTwoThreadsSeesTheOther() throws NativeIoException, InterruptedException {
        AtomicBoolean done = new AtomicBoolean();
        int[] lightSaw = new int[TRIES + 1];
        Thread light = new Thread(() -> light(lightSaw, done));
        light.start();
        int missed = 0;
        long start = System.nanoTime();
        // Where the two threads share one processor, each step takes a time slice.
        for (int round = 1; round <= TRIES && System.nanoTime() - start < LONGEST_NS; round++) {
            CELL.setVolatile(cells, ROUND, round);
            CELL.setVolatile(cells, HEAVY, round);
            ProcessBarrier.expedite();
            boolean heavySaw = (int) CELL.getVolatile(cells, LIGHT) == round;
            while ((int) CELL.getVolatile(cells, LIGHT) != round) {
                Thread.onSpinWait();
            }
            // What the other thread loaded in this round is published by what it stores next.
            while ((int) CELL.getVolatile(cells, LIGHT + 1) != round) {
                Thread.onSpinWait();
            }
            missed += !heavySaw && lightSaw[round] != round ? 1 : 0;
        }
        done.set(true);
        light.join();
        assertThat(missed).isZero();
    }

    private void light(int[] saw, AtomicBoolean done) {
        int last = 0;
        while (!done.get()) {
            int round = (int) CELL.getVolatile(cells, ROUND);
            if (round != last) {
                last = round;
                CELL.setOpaque(cells, LIGHT, round);
                VarHandle.releaseFence();
                saw[round] = (int) CELL.getOpaque(cells, HEAVY);
                CELL.setVolatile(cells, LIGHT + 1, round);
            }
        }
    }
}
