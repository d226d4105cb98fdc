package io.pagetax.scheme.verify;

import io.pagetax.scheme.model.Task;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * One writer, and one reader who reads through the cache, directly, and again, and after both have ended everybody looks. The
 * block is a register: nobody may see the old contents who began after the write had ended, and who has seen the new ones
 * may not see the old ones again.
 */
final class Race {

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
     */
    Race(World world, Access write, Access cached) {
        this.world = world;
        this.writer = new Writer(this, world.task(1), write);
        this.reader = new Reader(this, world.task(2), cached);
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
        return reader.wentBack ? Verdict.WINDOW : Verdict.OK;
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
        private final Access cached;
        private final int frame;
        private boolean sawNew;
        private boolean wentBack;
        private boolean sawOldAfterEnd;

        Reader(Race race, Task task, Access cached) {
            this.race = race;
            this.task = task;
            this.cached = cached;
            this.frame = race.world.buffer(Access.UNREAD);
        }

        @Override
        public void run() {
            read(cached);
            read(Access.DIRECT);
            read(cached);
        }

        private void read(Access access) {
            boolean after = race.ended.get();
            long word = access.read(race.world, task, frame);
            if (word != OLD && word != NEW) {
                throw new IllegalStateException(access + " read: " + word);
            }
            task.tells(word == NEW ? "sees the new contents" : "sees the old contents", access);
            sawOldAfterEnd |= after && word == OLD;
            wentBack |= sawNew && word == OLD;
            sawNew |= word == NEW;
        }
    }
}
