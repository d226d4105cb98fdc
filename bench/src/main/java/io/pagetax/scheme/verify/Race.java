package io.pagetax.scheme.verify;

import io.pagetax.scheme.model.Task;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * One writer and one reader, who reads twice, each time by a way of its own, and after both have ended everybody looks. The
 * block is a register: nobody may see the old contents who began after the write had ended, and who has seen the new ones
 * may not see the old ones again.
 */
final class Race {

    /** In how many ways the reader may choose. */
    static final int PAIRS = 3;

    private static final long OLD = World.FIRST_WORDS[0];
    private static final long NEW = 111;

    private final World world;
    private final AtomicBoolean ended = new AtomicBoolean();
    private final Writer writer;
    private final Reader reader;

    /**
     * Prepares it.
     *
     * @param cached how the reader reads, if not directly
     * @param pair 0: both times so; 1: first so, then directly; 2: the other way round
     */
    Race(World world, Access write, Access cached, int pair) {
        this.world = world;
        this.writer = new Writer(this, world.task(1), write);
        this.reader =
                new Reader(this, world.task(2), pair == 2 ? Access.DIRECT : cached, pair == 1 ? Access.DIRECT : cached);
    }

    /** Carries it out once; the page may be in the cache before. */
    Verdict run(boolean cached) {
        Task setUp = world.task(0);
        int frame = world.buffer(Access.UNREAD);
        if (cached) {
            Access.BUFFERED.read(world, setUp, frame);
        }
        Parallel.of(writer, reader);
        long disk = Access.DIRECT.read(world, setUp, frame);
        long cache = Access.BUFFERED.read(world, setUp, frame);
        boolean settled = disk == NEW && cache == NEW;
        if (!settled || reader.sawOldAfterEnd) {
            return Verdict.STALE;
        }
        return reader.first == NEW && reader.second == OLD ? Verdict.WINDOW : Verdict.OK;
    }

    private static final class Writer implements Runnable {

        private final Race race;
        private final Task task;
        private final Access access;
        private final int frame;

        Writer(Race race, Task task, Access access) {
            this.race = race;
            this.task = task;
            this.access = access;
            this.frame = race.world.buffer(NEW);
        }

        @Override
        public void run() {
            long result = access.write(race.world, task, frame);
            if (result < 0) {
                throw new IllegalStateException(access + " write: " + result);
            }
            task.tells("has written", access);
            race.ended.set(true);
        }
    }

    private static final class Reader implements Runnable {

        private final Race race;
        private final Task task;
        private final Access firstAccess;
        private final Access secondAccess;
        private final int frame;
        private long first;
        private long second;
        private boolean sawOldAfterEnd;

        Reader(Race race, Task task, Access firstAccess, Access secondAccess) {
            this.race = race;
            this.task = task;
            this.firstAccess = firstAccess;
            this.secondAccess = secondAccess;
            this.frame = race.world.buffer(Access.UNREAD);
        }

        @Override
        public void run() {
            first = read(firstAccess);
            second = read(secondAccess);
        }

        private long read(Access access) {
            boolean after = race.ended.get();
            long word = access.read(race.world, task, frame);
            if (word != OLD && word != NEW) {
                throw new IllegalStateException(access + " read: " + word);
            }
            task.tells(word == NEW ? "sees the new contents" : "sees the old contents", access);
            sawOldAfterEnd |= after && word == OLD;
            return word;
        }
    }
}
