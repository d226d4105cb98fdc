package io.pagetax.scheme.verify;

import io.pagetax.scheme.model.Task;

/** A way to read or to write the first block of a file. */
enum Access {

    /** O_DIRECT. */
    DIRECT {
        @Override
        long read(World world, Task task, int frame) {
            world.setWord(frame, UNREAD);
            int done = world.a().scheme().directRead(task, world.readInto(frame).of(0, 1));
            return done == 1 ? world.word(frame) : done;
        }

        @Override
        long write(World world, Task task, int frame) {
            return world.a().scheme().directWrite(task, world.writeFrom(frame).of(0, 1));
        }
    },

    /** Through the cache. */
    BUFFERED {
        @Override
        long read(World world, Task task, int frame) {
            world.setWord(frame, UNREAD);
            int done =
                    world.a().scheme().bufferedRead(task, world.readInto(frame).of(0, 1));
            return done == 1 ? world.word(frame) : done;
        }

        @Override
        long write(World world, Task task, int frame) {
            return world.a().scheme().bufferedWrite(task, world.writeFrom(frame).of(0, 1));
        }
    },

    /** By a mapping. */
    MAPPED {
        @Override
        long read(World world, Task task, int frame) {
            return world.a().mapping().load(task, 0);
        }

        @Override
        long write(World world, Task task, int frame) {
            return world.a().mapping().store(task, 0, world.word(frame));
        }
    };

    /** What stands in memory that nothing was read into. */
    static final long UNREAD = -1000;

    /**
     * What is read, or a negative errno.
     *
     * @param frame of memory that nobody else uses
     */
    abstract long read(World world, Task task, int frame);

    /** Writes what stands in a frame: 0 or 1, or a negative errno. */
    abstract long write(World world, Task task, int frame);
}
