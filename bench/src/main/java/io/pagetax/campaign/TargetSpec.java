package io.pagetax.campaign;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A target as the user named it.
 *
 * @param name as rows refer to it
 * @param path a folder, a file or a block device
 * @param choice why this path was taken, if nobody named one
 * @param turn makes it stand in place of others that have one, whose data files are lost with it; null if it stands anyway
 */
public record TargetSpec(
        String name,
        Path path,
        @Nullable String choice,
        @Nullable Turn turn) {

    /** One that stands. */
    public TargetSpec(String name, Path path, @Nullable String choice) {
        this(name, path, choice, null);
    }

    /** Puts a target where others of the same run are before and after it. */
    @FunctionalInterface
    public interface Turn {

        /**
         * Does it, even if it stands: then it is made anew.
         *
         * @throws java.io.InterruptedIOException if the user stopped the run meanwhile
         */
        void take() throws IOException;
    }
}
