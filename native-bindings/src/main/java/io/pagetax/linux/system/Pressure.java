package io.pagetax.linux.system;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Time for which tasks of the machine waited for a resource, since boot or between two moments; kernel 4.20, unless it is
 * built or started without (psi=0). Nanoseconds, in steps of 1 µs.
 *
 * @param someNanos at least one task waited
 * @param fullNanos all tasks that had something to do waited; of the processors null before kernel 5.13, and
 *     without meaning after
 * @see <a href="https://docs.kernel.org/accounting/psi.html">Pressure Stall Information</a>
 */
public record Pressure(long someNanos, @Nullable Long fullNanos) {

    /** What can be waited for. */
    public enum Resource {
        /** A processor. */
        CPU,
        /** Block I/O, and pages that come back from it. */
        IO,
        /** Memory: reclaim, swapping in, and refaults of pages of files that were evicted too early. */
        MEMORY
    }

    private static final Path FOLDER = Path.of("/proc/pressure");
    private static final Pattern LINE = Pattern.compile("(some|full) .*total=(\\d+)");
    private static final long NANOS_PER_MICRO = 1_000;

    /** Reads the waiting times since boot; empty if this kernel does not keep them. */
    public static Optional<Pressure> of(Resource resource) {
        return of(FOLDER, resource);
    }

    static Optional<Pressure> of(Path folder, Resource resource) {
        String text;
        try {
            text = Files.readString(
                    folder.resolve(resource.name().toLowerCase(Locale.ROOT)), StandardCharsets.US_ASCII);
        } catch (IOException notKept) {
            // Where it is built in but not switched on, the file is there and reading it fails.
            return Optional.empty();
        }
        Long some = null;
        Long full = null;
        Matcher matcher = LINE.matcher(text);
        while (matcher.find()) {
            long nanos = Long.parseLong(matcher.group(2)) * NANOS_PER_MICRO;
            if (matcher.group(1).equals("some")) {
                some = nanos;
            } else {
                full = nanos;
            }
        }
        return some == null ? Optional.empty() : Optional.of(new Pressure(some, full));
    }

    /** The waiting time from then to now. */
    public Pressure minus(Pressure earlier) {
        return new Pressure(someNanos - earlier.someNanos, Difference.of(fullNanos, earlier.fullNanos));
    }
}
