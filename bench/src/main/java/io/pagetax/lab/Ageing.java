package io.pagetax.lab;

import io.pagetax.testfile.Layout;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;

/**
 * Leaves a file system as use leaves it: files of many sizes come, and half of them, drawn at random, go, several times, so
 * that free space lies in pieces. The same files in the same order on every file system. <b>Not thread-safe.</b>
 */
final class Ageing {

    static final String DESCRIPTION =
            "files of 4 KiB to 4 MiB until 75 % are taken, then half of them removed; three times, the last down to what is"
                    + " asked for";

    private static final int GENERATIONS = 3;
    private static final double FULL = 0.75;
    private static final int BLOCK = 4096;

    /** Sizes are powers of two, 2^0 to 2^10 blocks, and what lies between; each power is as likely. */
    private static final int POWERS = 10;

    /** How often it is asked how full the file system is: statfs lags behind what is written. */
    private static final int STRIDE = 64;

    private static final long SEED = 20190110;

    private final Path folder;
    private final double finalShare;
    private final SplittableRandom random = new SplittableRandom(SEED);
    private final List<Path> files = new ArrayList<>();
    private int made;

    /**
     * For a folder that is empty.
     *
     * @param finalShare of the file system that may be taken at the end
     */
    Ageing(Path folder, double finalShare) {
        this.folder = folder;
        this.finalShare = finalShare;
    }

    void apply(BooleanSupplier cancelled) throws IOException {
        for (int generation = 0; generation < GENERATIONS; generation++) {
            while (Occupation.takenShare(folder) < FULL) {
                for (int count = 0; count < STRIDE; count++) {
                    add(cancelled);
                }
            }
            remove(files.size() / 2);
        }
        while (Occupation.takenShare(folder) > finalShare && !files.isEmpty()) {
            remove(Math.min(STRIDE, files.size()));
        }
    }

    private void add(BooleanSupplier cancelled) throws IOException {
        if (cancelled.getAsBoolean()) {
            throw new InterruptedIOException("cancelled");
        }
        long blocks = 1L << random.nextInt(POWERS);
        Path file = folder.resolve("file-" + made);
        made++;
        Files.createFile(file);
        Layout.append(file, (blocks + random.nextLong(blocks)) * BLOCK, cancelled);
        files.add(file);
    }

    private void remove(int count) throws IOException {
        for (int left = count; left > 0; left--) {
            Files.delete(files.remove(random.nextInt(files.size())));
        }
    }
}
