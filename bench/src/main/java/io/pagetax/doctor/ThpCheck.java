package io.pagetax.doctor;

import io.pagetax.result.Finding;
import io.pagetax.result.Finding.Level;
import org.jspecify.annotations.Nullable;

/**
 * With huge pages everywhere the kernel makes them behind a program's back, and that at any time.
 *
 * @param mode in force; null if the kernel has none
 */
record ThpCheck(@Nullable String mode) implements Check {

    private static final String ID = "huge pages";

    @Override
    public Finding look() {
        if (mode == null) {
            return Finding.ok(ID, null, "the kernel makes none by itself");
        }
        return mode.equals("always")
                ? new Finding(
                        ID,
                        null,
                        Level.WARN,
                        "transparent huge pages: " + mode,
                        "echo madvise | sudo tee /sys/kernel/mm/transparent_hugepage/enabled")
                : Finding.ok(ID, null, "transparent huge pages: " + mode);
    }
}
