package io.pagetax.scheme;

import static org.assertj.core.api.Assertions.assertThat;

import io.pagetax.scheme.model.AddressSpace;
import io.pagetax.scheme.model.AnonymousBuffer;
import io.pagetax.scheme.model.Device;
import io.pagetax.scheme.model.FileMapping;
import io.pagetax.scheme.model.Frames;
import io.pagetax.scheme.model.Memory;
import io.pagetax.scheme.model.PageCache;
import io.pagetax.scheme.model.Request;
import io.pagetax.scheme.model.Task;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.IntFunction;

/**
 * Threads that read and write one file in every way, and verify each block that they read. Each block is written by one
 * thread alone, with a generation that rises: who reads it must see what was written last before the read began, or what
 * was written since, and never again what is older than what it has seen.
 */
final class Workout {

    static final int THREADS = 8;

    private static final int OWN = 8;
    private static final int BLOCKS = THREADS * OWN;
    private static final int LONGEST = 16;
    private static final int GENERATION_SHIFT = 16;
    private static final int CACHED = BLOCKS / 2;

    /** Frames that the device may use for its blocks begin here. */
    static final int FIRST_BLOCK = CACHED + THREADS * LONGEST;

    static final int FRAMES = FIRST_BLOCK + BLOCKS;

    private final Memory memory;
    private final CoherenceScheme scheme;
    private final FileMapping mapping;
    private final AddressSpace addressSpace = new AddressSpace();
    private final AtomicLongArray completed = new AtomicLongArray(BLOCKS);
    private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
    private final AtomicLong stale = new AtomicLong();
    private final AtomicLong backwards = new AtomicLong();
    private final AtomicLong misplaced = new AtomicLong();

    /** @param device of a machine with that memory; it holds whatever */
    Workout(Schemes type, Memory memory, IntFunction<Device> device) {
        this.memory = memory;
        PageCache cache = new PageCache("A", 0, memory, new Frames(0, CACHED), device.apply(FIRST_BLOCK));
        this.scheme = type.over(cache);
        this.mapping = new FileMapping(addressSpace, cache, scheme, BLOCKS);
        Task task = new Task("T0", 0, addressSpace, null);
        for (int block = 0; block < BLOCKS; block++) {
            memory.setWord(CACHED, word(0, block));
            scheme.directWrite(task, Request.write(new AnonymousBuffer(CACHED)).of(block, 1));
        }
    }

    private static long word(long generation, int block) {
        return (generation << GENERATION_SHIFT) | block;
    }

    /**
     * Carries it out.
     *
     * @return what went wrong, empty if nothing
     */
    String run(long operationsEach) throws InterruptedException {
        Thread[] threads = new Thread[THREADS];
        for (int number = 0; number < THREADS; number++) {
            Member member = new Member(number);
            threads[number] = new Thread(() -> member.work(operationsEach));
            threads[number].setDaemon(true);
            threads[number].setUncaughtExceptionHandler((thread, failure) -> failures.add(failure));
            threads[number].start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(failures).isEmpty();
        new Member(0).readAll();
        String found = "stale " + stale + ", backwards " + backwards + ", misplaced " + misplaced;
        return stale.get() + backwards.get() + misplaced.get() == 0 ? "" : found;
    }

    private final class Member {

        private final int number;
        private final int buffer;
        private final Task task;
        private final Request read;
        private final Request write;
        private final SplittableRandom random;
        private final long[] seen = new long[BLOCKS];
        private final long[] before = new long[LONGEST];
        private long generation;

        Member(int number) {
            this.number = number;
            this.buffer = CACHED + number * LONGEST;
            this.task = new Task("T" + number, number, addressSpace, null);
            this.read = Request.read(new AnonymousBuffer(buffer));
            this.write = Request.write(new AnonymousBuffer(buffer));
            this.random = new SplittableRandom(number);
        }

        void work(long operations) {
            for (long i = 0; i < operations; i++) {
                if (random.nextInt(5) < 3) {
                    int first = random.nextInt(BLOCKS);
                    read(random.nextInt(3), first, 1 + random.nextInt(Math.min(LONGEST, BLOCKS - first)));
                } else {
                    int first = random.nextInt(OWN);
                    write(random.nextInt(3), number * OWN + first, 1 + random.nextInt(OWN - first));
                }
            }
        }

        void readAll() {
            for (int block = 0; block < BLOCKS; block++) {
                for (int way = 0; way < 3; way++) {
                    read(way, block, 1);
                }
            }
        }

        private void read(int way, int first, int pages) {
            int count = way == 2 ? 1 : pages;
            for (int i = 0; i < count; i++) {
                before[i] = completed.get(first + i);
            }
            if (way == 0) {
                scheme.directRead(task, read.of(first, count));
            } else if (way == 1) {
                scheme.bufferedRead(task, read.of(first, count));
            } else {
                memory.setWord(buffer, mapping.load(task, first));
            }
            for (int i = 0; i < count; i++) {
                verify(first + i, memory.word(buffer + i), before[i]);
            }
        }

        private void verify(int block, long word, long atLeast) {
            long found = word >>> GENERATION_SHIFT;
            if (word != word(found, block)) {
                misplaced.incrementAndGet();
            } else if (found < atLeast) {
                stale.incrementAndGet();
            } else if (found < seen[block]) {
                backwards.incrementAndGet();
            } else {
                seen[block] = found;
            }
        }

        private void write(int way, int first, int pages) {
            int count = way == 2 ? 1 : pages;
            generation++;
            for (int i = 0; i < count; i++) {
                memory.setWord(buffer + i, word(generation, first + i));
            }
            if (way == 0) {
                scheme.directWrite(task, write.of(first, count));
            } else if (way == 1) {
                scheme.bufferedWrite(task, write.of(first, count));
            } else {
                mapping.store(task, first, memory.word(buffer));
            }
            for (int i = 0; i < count; i++) {
                completed.set(first + i, generation);
            }
        }
    }
}
