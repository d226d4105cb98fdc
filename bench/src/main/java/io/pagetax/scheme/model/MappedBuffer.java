package io.pagetax.scheme.model;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A mapping of a file as the memory of a transfer: the trap. For one transfer at a time. */
public final class MappedBuffer implements UserBuffer {

    private final FileMapping mapping;
    private final long firstIndex;
    private final @Nullable Page[] pins = new Page[Task.PIN_BATCH];

    /** @param firstIndex page of the mapping with which the buffer begins */
    public MappedBuffer(FileMapping mapping, long firstIndex) {
        this.mapping = mapping;
        this.firstIndex = firstIndex;
    }

    @Override
    public int pin(Task task, int first, int count, boolean write) {
        int[] pinned = task.roomForPins();
        for (int i = 0; i < count; i++) {
            Page page = pin(task, firstIndex + first + i, write);
            if (page == null) {
                return i == 0 ? EFAULT : i;
            }
            task.tells("pins", page);
            pins[i] = page;
            pinned[i] = page.frame();
        }
        return count;
    }

    private @Nullable Page pin(Task task, long at, boolean write) {
        while (true) {
            Page page = mapping.pinIfPresent(task, at, write);
            if (page != null || task.faultsAreDisabled() || mapping.fault(task, at, write) < 0) {
                return page;
            }
        }
    }

    @Override
    public void unpin(Task task, int first, int count, boolean written) {
        for (int i = 0; i < count; i++) {
            Page page = Objects.requireNonNull(pins[i]);
            if (written) {
                page.lock(task);
                PageCache cache = page.cache();
                if (cache != null) {
                    cache.dirty(task, page);
                }
                page.unlock(task);
            }
            page.put(task);
        }
    }
}
