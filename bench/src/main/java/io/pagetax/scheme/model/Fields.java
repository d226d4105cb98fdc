package io.pagetax.scheme.model;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * Handles of fields that are changed atomically. Fields, not objects like AtomicInteger: a page has several, and a model
 * checker gets slow with the square of the number of objects.
 */
final class Fields {

    private Fields() {}

    /** That of an int field of the class that looks it up. */
    static VarHandle handle(MethodHandles.Lookup lookup, String field) {
        try {
            return lookup.findVarHandle(lookup.lookupClass(), field, int.class);
        } catch (ReflectiveOperationException missing) {
            throw new ExceptionInInitializerError(missing);
        }
    }
}
