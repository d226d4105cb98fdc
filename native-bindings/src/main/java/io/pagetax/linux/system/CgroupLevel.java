package io.pagetax.linux.system;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** One cgroup, in the files of its folder. What it does not tell, or does not limit, is null. */
interface CgroupLevel {

    /** Bytes. */
    @Nullable Long memoryLimit();

    /** Bytes, of this cgroup and those in it. */
    @Nullable Long memoryUsage();

    /** Bytes, of this cgroup and those in it. */
    @Nullable Long inactiveFile();

    /** Processors. */
    @Nullable Double cpuQuota();

    /** Added up over the processors. */
    @Nullable Long throttledNanos();

    /** The content of a file; null if it cannot be read. */
    static @Nullable String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.US_ASCII).strip();
        } catch (IOException absent) {
            return null;
        }
    }

    /** The content of a file; null if it cannot be read or is no number, such as {@code max}. */
    static @Nullable Long number(Path file) {
        String text = text(file);
        try {
            return text == null ? null : Long.valueOf(text);
        } catch (NumberFormatException unlimited) {
            return null;
        }
    }

    /** One of the numbers in a file; null if it is not there. */
    static @Nullable Long number(Path file, String name) {
        try {
            return NamedNumbers.read(file).get(name);
        } catch (IOException absent) {
            return null;
        }
    }
}
