package io.pagetax.environment;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads facts, and keeps for each that cannot be had why. <b>Not thread-safe.</b> */
final class Facts {

    private final SystemFiles files;
    private final Map<String, String> unknown = new TreeMap<>();

    Facts(SystemFiles files) {
        this.files = files;
    }

    SystemFiles files() {
        return files;
    }

    /** Why facts are null, by their keys. */
    Map<String, String> unknown() {
        return Collections.unmodifiableMap(unknown);
    }

    /** A value; if it is null, the reason is kept. */
    <T> @Nullable T known(String key, @Nullable T value, String reason) {
        if (value == null) {
            unknown.put(key, reason);
        }
        return value;
    }

    /** What a file holds. */
    @Nullable String text(String key, String file) {
        String text = files.text(file);
        return known(key, text == null || text.isEmpty() ? null : text, files.whyNot(file));
    }

    /** The number that a file holds, in its own unit. */
    @Nullable Long number(String key, String file) {
        return number(key, file, 1);
    }

    /** The number that a file holds, times {@code unit}. */
    @Nullable Long number(String key, String file, long unit) {
        Long number = files.number(file);
        return known(key, number == null ? null : Long.valueOf(number * unit), files.whyNot(file));
    }

    /** The first group of a pattern in a file. */
    @Nullable String match(String key, String file, String pattern) {
        return match(key, file, pattern, group -> group);
    }

    /** The first group of a pattern in a file, as something else. */
    <T> @Nullable T match(String key, String file, String pattern, Function<String, T> parser) {
        String found = find(files.text(file), pattern);
        return known(key, found == null ? null : parser.apply(found), files.whyNot(file));
    }

    /** The first group of a pattern in a text of several lines; null if it is not there. */
    static @Nullable String find(@Nullable String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern, Pattern.MULTILINE).matcher(text == null ? "" : text);
        return matcher.find() ? matcher.group(1).strip() : null;
    }
}
