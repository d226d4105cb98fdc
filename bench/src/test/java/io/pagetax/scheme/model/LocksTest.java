package io.pagetax.scheme.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.pagetax.linux.file.NativeIoException;
import io.pagetax.scheme.model.Gate.State;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The locks of files: who excludes whom, and what it costs. */
@Timeout(30)
class LocksTest {

    private static SlabMemory memory;

    private final Task task = new Task(1);
    private final Task other = new Task(2);

    @BeforeAll
    static void allocate() throws NativeIoException {
        memory = SlabMemory.allocate(1);
    }

    @AfterAll
    static void free() throws NativeIoException {
        memory.close();
    }

    private Thread start(Runnable body) {
        Thread thread = new Thread(body);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private static void awaitSleep(Thread thread) throws InterruptedException {
        while (thread.getState() != Thread.State.WAITING) {
            Thread.sleep(1);
        }
    }

    @Test
    void aSleepingWriterIsNotPassedForever() throws InterruptedException {
        RwSemaphore lock = new RwSemaphore("lock");
        AtomicBoolean done = new AtomicBoolean();
        AtomicInteger holders = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Thread[] greedy = new Thread[3];
        for (int i = 0; i < greedy.length; i++) {
            Task own = new Task(3 + i);
            greedy[i] = start(() -> {
                while (!done.get()) {
                    lock.downWrite(own);
                    most.accumulateAndGet(holders.incrementAndGet(), Math::max);
                    holders.decrementAndGet();
                    lock.upWrite(own);
                }
            });
        }
        Task sleeper = new Task("S", 1, new AddressSpace(), new Journal());
        assertThat(sleeper.spins()).isZero();
        while (sleeper.counts().tally().waits() < 100) {
            lock.downWrite(sleeper);
            most.accumulateAndGet(holders.incrementAndGet(), Math::max);
            holders.decrementAndGet();
            lock.upWrite(sleeper);
        }
        done.set(true);
        for (Thread thread : greedy) {
            thread.join();
        }
        assertThat(most).hasValue(1);
        assertThat(lock.tryDownWrite(task))
                .as("nothing of those who waited is left")
                .isTrue();
    }

    @Test
    void aSemaphoreHasManyReadersOrOneWriter() {
        RwSemaphore lock = new RwSemaphore("lock");
        lock.downRead(task);
        assertThat(lock.tryDownRead(other)).isTrue();
        assertThat(lock.tryDownWrite(other)).isFalse();
        lock.upRead(other);
        lock.upRead(task);
        lock.downWrite(task);
        assertThat(lock.tryDownRead(other)).isFalse();
        assertThat(lock.tryDownWrite(other)).isFalse();
        lock.upWrite(task);
        assertThat(task.counts().tally().lockRmws()).isEqualTo(4);
        assertThat(other.counts().tally().lockRmws()).isEqualTo(2);
        assertThat(task.counts().tally().waits()).isZero();
    }

    @Test
    void aReaderWaitsBehindAWriterWhoWaits() throws InterruptedException {
        RwSemaphore lock = new RwSemaphore("lock");
        lock.downRead(task);
        Thread writer = start(() -> {
            lock.downWrite(other);
            lock.upWrite(other);
        });
        awaitSleep(writer);
        assertThat(lock.tryDownRead(new Task(3))).isFalse();
        lock.upRead(task);
        writer.join();
        assertThat(lock.tryDownRead(task)).isTrue();
        assertThat(other.counts().tally().waits()).isEqualTo(1);
    }

    @Test
    void aSemaphoreExcludesUnderLoad() throws InterruptedException {
        RwSemaphore lock = new RwSemaphore("lock");
        int[] shared = new int[1];
        Thread[] threads = new Thread[8];
        for (int i = 0; i < threads.length; i++) {
            int number = i;
            threads[i] = start(() -> {
                Task own = new Task(number);
                for (int step = 0; step < 2_000; step++) {
                    if (step % 4 == 0) {
                        lock.downWrite(own);
                        shared[0]++;
                        lock.upWrite(own);
                    } else {
                        lock.downRead(own);
                        lock.upRead(own);
                    }
                }
            });
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(shared[0]).isEqualTo(8 * 500);
        assertThat(lock.tryDownWrite(task)).isTrue();
    }

    @Test
    void adderAndBlockerExcludeEachOtherButNotTheirKind() throws InterruptedException {
        TwoStateLock lock = new TwoStateLock("lock");
        lock.addGet(task);
        assertThat(lock.tryAddGet(other)).isTrue();
        Task blocking = new Task(3);
        Thread blocker = start(() -> lock.blockGet(blocking));
        awaitSleep(blocker);
        lock.addPut(task);
        assertThat(blocker.isAlive()).isTrue();
        lock.addPut(other);
        blocker.join();
        assertThat(lock.tryAddGet(task)).isFalse();
        lock.blockGet(other);
        lock.blockPut(other);
        lock.blockPut(blocking);
        assertThat(lock.tryAddGet(task)).isTrue();
        assertThat(blocking.counts().tally().waits()).isPositive();
    }

    @Test
    void aGateClosesWhenAllHaveLeft() throws InterruptedException {
        Gate gate = new Gate("gate", memory::barrier);
        assertThat(gate.enter(task)).isEqualTo(State.UNCACHED);
        Thread closer = start(() -> gate.close(other));
        awaitSleep(closer);
        Task late = new Task(3);
        Thread entering = start(() -> gate.enter(late));
        awaitSleep(entering);
        gate.leave(task);
        closer.join();
        assertThat(entering.isAlive()).isTrue();
        gate.open(other, State.CACHED);
        entering.join();
        assertThat(gate.enter(task)).isEqualTo(State.CACHED);
        assertThat(task.counts().tally().lockRmws()).isZero();
        assertThat(task.counts().tally().ownStores()).isEqualTo(3);
    }

    @Test
    void nobodyIsInsideAClosedGateUnderLoad() throws InterruptedException {
        Gate gate = new Gate("gate", memory::barrier);
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger seen = new AtomicInteger();
        Thread[] threads = new Thread[8];
        for (int i = 0; i < threads.length; i++) {
            int number = i;
            threads[i] = start(() -> {
                Task own = new Task(number);
                for (int step = 0; step < 1_000; step++) {
                    if (step % 50 == number) {
                        gate.close(own);
                        seen.addAndGet(inside.get());
                        gate.open(own, step % 2 == 0 ? State.CACHED : State.UNCACHED);
                    }
                    gate.enter(own);
                    inside.incrementAndGet();
                    inside.decrementAndGet();
                    gate.leave(own);
                }
            });
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(seen).hasValue(0);
    }

    @Test
    void onlyClosingAGateTakesABarrier() {
        AtomicInteger barriers = new AtomicInteger();
        Gate gate = new Gate("gate", barriers::incrementAndGet);
        gate.enter(task);
        gate.leave(task);
        assertThat(barriers).hasValue(0);
        gate.close(task);
        gate.open(task, State.CACHED);
        assertThat(barriers).hasValue(1);
    }

    @Test
    void whoCutsTheFileWaitsForWhatIsInFlight() throws InterruptedException {
        InFlight inFlight = new InFlight("count");
        inFlight.awaitNone(task);
        inFlight.begin(task);
        Thread cutter = start(() -> inFlight.awaitNone(other));
        awaitSleep(cutter);
        inFlight.end(task);
        cutter.join();
        assertThat(task.counts().tally().lockRmws()).isEqualTo(2);
    }
}
