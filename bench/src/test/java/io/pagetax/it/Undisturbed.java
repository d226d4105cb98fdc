package io.pagetax.it;

import io.pagetax.result.Row;
import io.pagetax.result.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Measures again what others disturbed. That a row is refuted for it is right, and says nothing of what a test is about.
 * What is asserted of the last try is as strict as ever.
 */
final class Undisturbed {

    private static final int TRIES = 4;
    private static final List<String> OTHERS_DOING = List.of(
            "others used the disk", "a hypervisor took the processors away", "the clock is too dear or too coarse");

    private Undisturbed() {}

    /** Runs a command that leaves a run in {@code out} of the folder, and again while nothing but others refuted rows. */
    static Commands.Outcome run(Path folder, String out, List<String> command) throws IOException {
        Commands.Outcome outcome = Commands.run(folder, command);
        for (int tries = 1; tries < TRIES && isDisturbed(folder.resolve(out)); tries++) {
            delete(folder.resolve(out));
            outcome = Commands.run(folder, command);
        }
        return outcome;
    }

    private static boolean isDisturbed(Path out) throws IOException {
        if (Files.notExists(out.resolve("run.json"))) {
            return false;
        }
        Run run = RunRecords.read(out);
        List<String> reasons =
                run.rows().stream().map(Row::reasons).flatMap(List::stream).toList();
        return !reasons.isEmpty()
                && reasons.stream().allMatch(reason -> OTHERS_DOING.stream().anyMatch(reason::contains));
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
