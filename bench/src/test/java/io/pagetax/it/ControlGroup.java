package io.pagetax.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** A control group of version 1 for a program; gone when closed. Needs root. */
final class ControlGroup implements AutoCloseable {

    private final Path group;

    private ControlGroup(Path group) {
        this.group = group;
    }

    static ControlGroup make(String controller) throws IOException {
        Requirements.root();
        Path parent = Path.of("/sys/fs/cgroup", controller);
        Assumptions.assumeTrue(
                Files.isWritable(parent.resolve("tasks")), "skipped: no control groups of version 1 for " + controller);
        return new ControlGroup(Files.createDirectory(
                parent.resolve("pagetax-test-" + ProcessHandle.current().pid())));
    }

    ControlGroup with(String file, String value) throws IOException {
        Files.writeString(group.resolve(file), value);
        return this;
    }

    /** The command, to be run in this group. */
    List<String> confine(List<String> command) {
        List<String> confined =
                new ArrayList<>(List.of("sh", "-c", "echo $$ > " + group.resolve("tasks") + " && exec \"$@\"", "sh"));
        confined.addAll(command);
        return confined;
    }

    @Override
    public void close() throws IOException {
        Files.delete(group);
    }
}
