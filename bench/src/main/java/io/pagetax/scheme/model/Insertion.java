package io.pagetax.scheme.model;

/** What a scheme does around the moment at which a page enters an index. */
public interface Insertion {

    /** Nothing at all. */
    Insertion FREE = new Insertion() {
        @Override
        public void begin(Task task) {
            // Nothing to take.
        }

        @Override
        public void end(Task task) {
            // Nothing was taken.
        }
    };

    /** Before; may sleep. */
    void begin(Task task);

    /** After. */
    void end(Task task);
}
