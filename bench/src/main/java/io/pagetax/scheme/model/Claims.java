package io.pagetax.scheme.model;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What a request of a task holds of a file, by the number of a page in the request: pages, or records in their place. */
public final class Claims {

    private final Task task;

    private @Nullable DirectIoRecord[] records = new DirectIoRecord[1];
    private @Nullable Page[] pages = new Page[1];
    private int[] runs = new int[1];

    Claims(Task task) {
        this.task = task;
    }

    /** One of the records that the task leaves in an index, to be used again and again. */
    DirectIoRecord record(int number) {
        grow(number);
        DirectIoRecord record = records[number];
        if (record == null) {
            record = new DirectIoRecord(task);
            records[number] = record;
        }
        return record;
    }

    /** Remembers a page. */
    public void keep(int number, Page page) {
        grow(number);
        pages[number] = page;
    }

    /** What was kept under a number, which then is forgotten; null if nothing was. */
    public @Nullable Page take(int number) {
        grow(number);
        Page page = pages[number];
        pages[number] = null;
        return page;
    }

    /** Remembers how many pages a record stands for. */
    public void keepRun(int number, int length) {
        grow(number);
        runs[number] = length;
    }

    /** See {@link #keepRun}. */
    public int run(int number) {
        return runs[number];
    }

    private void grow(int number) {
        if (number >= pages.length) {
            int length = Integer.highestOneBit(number) << 1;
            records = Arrays.copyOf(records, length);
            pages = Arrays.copyOf(pages, length);
            runs = Arrays.copyOf(runs, length);
        }
    }
}
