package io.pagetax.result;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What one look at the machine found.
 *
 * @param check what was looked at, such as {@code governor}
 * @param target whose it is; null if it concerns the whole machine
 * @param found in a few words
 * @param advice what to do about it, the command where there is one; null if nothing is to be done
 */
public record Finding(
        String check,
        @Nullable String target,
        Level level,
        String found,
        @Nullable String advice) {

    /** How bad it is. */
    public enum Level {
        /** Nothing to be said against measuring. */
        OK,
        /** Numbers will be noisier, or some cells cannot be run. */
        WARN,
        /** Numbers would not be what their names say, or there would be none. */
        BAD;

        /** As in JSON and on the terminal. */
        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** That speaks for itself. */
    public static Finding ok(String check, @Nullable String target, String found) {
        return new Finding(check, target, Level.OK, found, null);
    }
}
