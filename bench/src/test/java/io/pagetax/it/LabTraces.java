package io.pagetax.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a lab could leave behind, and what it could take from others: loop devices with their files, mounts, zram devices,
 * partitions, control groups, its folder.
 */
record LabTraces(List<String> all) {

    private static final Path BLKIO = Path.of("/sys/fs/cgroup/blkio");

    static LabTraces now(Path work, Path lab) throws IOException {
        List<String> traces = Stream.of(
                        Commands.system(work, "losetup", "--list", "--noheadings", "--output", "NAME,BACK-FILE,DIO"),
                        Commands.system(work, "findmnt", "--raw", "--noheadings", "--output", "TARGET,SOURCE"),
                        String.join("\n", names(Path.of("/sys/class/block"))),
                        String.join("\n", Files.isDirectory(BLKIO) ? names(BLKIO) : List.<String>of()),
                        String.join("\n", Files.isDirectory(lab) ? names(lab) : List.of("no folder")))
                .flatMap(String::lines)
                .sorted()
                .toList();
        return new LabTraces(traces);
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> inside = Files.list(folder)) {
            return List.copyOf(inside.map(path -> folder.relativize(path).toString())
                    .collect(Collectors.toCollection(TreeSet::new)));
        }
    }
}
