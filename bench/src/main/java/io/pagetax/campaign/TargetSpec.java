package io.pagetax.campaign;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A target as the user named it.
 *
 * @param name as rows refer to it
 * @param path a folder, a file or a block device
 * @param choice why this path was taken, if nobody named one
 */
public record TargetSpec(String name, Path path, @Nullable String choice) {}
