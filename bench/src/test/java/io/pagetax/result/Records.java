package io.pagetax.result;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Records that are the same as others but for a little. */
public final class Records {

    private Records() {}

    /** The same record with another value of one component. */
    public static <T extends Record> T with(T record, String component, @Nullable Object value) {
        Map<String, @Nullable Object> change = new HashMap<>();
        change.put(component, value);
        return with(record, change);
    }

    /**
     * The same record with other values.
     *
     * @param changes by the names of components
     */
    @SuppressWarnings("unchecked")
    public static <T extends Record> T with(T record, Map<String, ? extends @Nullable Object> changes) {
        RecordComponent[] components = record.getClass().getRecordComponents();
        Map<String, @Nullable Object> left = new HashMap<>(changes);
        @Nullable Object[] values = new @Nullable Object[components.length];
        try {
            for (int i = 0; i < components.length; i++) {
                String name = components[i].getName();
                values[i] = left.containsKey(name)
                        ? left.remove(name)
                        : components[i].getAccessor().invoke(record);
            }
            if (!left.isEmpty()) {
                throw new IllegalArgumentException(record.getClass() + " has no " + left.keySet());
            }
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            Constructor<?> constructor = record.getClass().getDeclaredConstructor(types);
            return (T) constructor.newInstance(values);
        } catch (ReflectiveOperationException unfit) {
            throw new IllegalArgumentException(unfit);
        }
    }
}
