package io.pagetax.doctor;

import java.nio.file.Path;

/**
 * A target to look at.
 *
 * @param name for people
 * @param path of an existing folder, file or block device
 */
public record Subject(String name, Path path) {}
