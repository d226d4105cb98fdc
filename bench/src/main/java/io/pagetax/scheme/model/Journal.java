package io.pagetax.scheme.model;

/**
 * What tasks did to locks, pages and the device, for those who want to draw it. Where one thread runs at a time, as under a
 * model checker, in the order in which it happened. <b>Thread-safe.</b>
 */
public final class Journal {

    // Of java.lang, whose classes a model checker leaves alone: writing it down adds no interleaving, as a lock would.
    @SuppressWarnings("JdkObsolete") // for the same reason
    private final StringBuffer text = new StringBuffer();

    void add(Task task, String does, String what) {
        text.append(task.name() + '\t' + does + '\t' + what + '\n');
    }

    /** Looks at the page from here, where a model checker that leaves this class alone does not see it as a step. */
    static String place(Page page) {
        PageCache cache = page.cache;
        return cache == null ? "page without a file" : cache.name() + "[" + page.index + "]";
    }

    /** Begins anew. */
    public void clear() {
        text.setLength(0);
    }

    /** A line for each step: the task, what it does, and to what, with tabs between them. */
    public String text() {
        return text.toString();
    }
}
