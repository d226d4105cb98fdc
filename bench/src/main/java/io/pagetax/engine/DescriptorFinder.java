package io.pagetax.engine;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * Finds the number of a channel's descriptor, which the JDK keeps to itself, but which posix_fadvise(2) needs. The
 * channel's position, which positional I/O does not use, is set to a mark that /proc then shows.
 */
final class DescriptorFinder {

    private static final Path DESCRIPTORS = Path.of("/proc/self/fd");
    private static final Path DETAILS = Path.of("/proc/self/fdinfo");
    private static final AtomicLong MARKS = new AtomicLong();

    private DescriptorFinder() {}

    /** Empty if /proc does not tell. */
    static OptionalInt find(FileChannel channel, Path path) throws IOException {
        // Within the size, since a block device takes no position beyond its end.
        long mark = channel.size() - 1 - MARKS.incrementAndGet();
        if (mark <= 0 || !Files.isReadable(DETAILS)) {
            return OptionalInt.empty();
        }
        channel.position(mark);
        try (Stream<Path> descriptors = Files.list(DESCRIPTORS)) {
            return descriptors
                    .map(descriptor -> descriptor.getFileName().toString())
                    .filter(number -> isAt(number, mark, path))
                    .mapToInt(Integer::parseInt)
                    .findFirst();
        } finally {
            channel.position(0);
        }
    }

    private static boolean isAt(String number, long mark, Path path) {
        try {
            return Files.readString(DETAILS.resolve(number)).lines().anyMatch(("pos:\t" + mark)::equals)
                    && Files.isSameFile(DESCRIPTORS.resolve(number), path);
        } catch (IOException closedMeanwhile) {
            return false;
        }
    }
}
