package io.pagetax.probe;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What threads of a process wait for in the kernel. */
final class KernelWait {

    private static final String UNINTERRUPTIBLE = "D";
    private static final int NAME = 1;
    private static final int STATE = 2;

    private KernelWait() {}

    /** The threads in state D, each with the function of the kernel that it waits in where that is told. */
    static String of(long pid) {
        List<String> threads = new ArrayList<>();
        try (Stream<Path> tasks = Files.list(Path.of("/proc", Long.toString(pid), "task"))) {
            for (Path task : tasks.toList()) {
                describe(task, threads);
            }
        } catch (IOException gone) {
            return "nothing, it is gone";
        }
        return threads.isEmpty() ? "no thread uninterruptibly" : String.join(", ", threads);
    }

    /**
     * The function of the kernel that a thread waits in; empty if it runs, or if that is not told.
     *
     * @param task its folder in /proc
     */
    static String function(Path task) throws IOException {
        String function = Files.readString(task.resolve("wchan")).strip();
        return function.equals("0") ? "" : function;
    }

    private static void describe(Path task, List<String> threads) {
        try {
            String stat = Files.readString(task.resolve("stat"));
            // The name is in brackets and may hold anything, brackets included.
            String[] fields = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ", STATE);
            if (fields[0].equals(UNINTERRUPTIBLE)) {
                String function = function(task);
                String name = stat.substring(stat.indexOf('(') + NAME, stat.lastIndexOf(')'));
                threads.add("thread '" + name + "' in state D" + (function.isEmpty() ? "" : " in " + function));
            }
        } catch (IOException gone) {
            // A thread that has ended waits for nothing.
        }
    }
}
