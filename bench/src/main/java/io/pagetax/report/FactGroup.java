package io.pagetax.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Facts that belong together, as lines of name and value. */
record FactGroup(String title, List<Line> lines) {

    /** A fact. */
    record Line(String name, String value) {}

    /** Collects the lines of a group. What is null is shown with the reason, if there is one. */
    static final class Builder {

        private final String title;
        private final String prefix;
        private final Map<String, String> unknown;
        private final List<Line> lines = new ArrayList<>();

        /**
         * For one group.
         *
         * @param prefix of the keys of its facts
         * @param unknown reasons by key
         */
        Builder(String title, String prefix, Map<String, String> unknown) {
            this.title = title;
            this.prefix = prefix;
            this.unknown = unknown;
        }

        Builder line(String key, String name, @Nullable Object value) {
            return other(prefix + key, name, value);
        }

        /** A fact whose key does not begin like those of the group. */
        Builder other(String key, String name, @Nullable Object value) {
            String reason = unknown.get(key);
            String none = reason == null ? Units.NOT_AVAILABLE : Units.NOT_AVAILABLE + " (" + reason + ")";
            lines.add(new Line(name, value == null ? none : value.toString()));
            return this;
        }

        Builder bytes(String key, String name, @Nullable Number bytes) {
            return line(key, name, Units.bytes(bytes));
        }

        Builder nanos(String key, String name, @Nullable Long nanos) {
            return line(key, name, nanos == null ? null : Units.nanos(nanos));
        }

        FactGroup build() {
            return new FactGroup(title, List.copyOf(lines));
        }
    }
}
