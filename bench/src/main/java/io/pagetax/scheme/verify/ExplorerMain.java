package io.pagetax.scheme.verify;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;

/**
 * Explores what its input asks for, one after the other: the id of a subject, the name of a scenario, and a number of
 * interleavings. What it found goes to standard output, as {@link ExplorerProcess} reads it. It ends at once when its input
 * does, so that it never outlives whoever started it, not even one that was killed.
 */
public final class ExplorerMain {

    private ExplorerMain() {}

    private record Question(Subject subject, Scenario scenario, int interleavings) {}

    /**
     * Explores until the input ends.
     *
     * @param args the grain, and the folder for temporary files, which goes with it
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        BlockingQueue<Question> asked = new LinkedBlockingQueue<>();
        Thread listener = new Thread(() -> listen(System.in, asked, Path.of(args[1])), "explorer-listener");
        listener.setDaemon(true);
        listener.start();
        ExplorerAgent.attach(Grain.valueOf(args[0]));
        DataOutputStream out = new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));
        try {
            while (true) {
                Question question = asked.take();
                write(Explorer.explore(question.subject, question.scenario, question.interleavings), out);
            }
        } finally {
            halt(1);
        }
    }

    private static void listen(InputStream in, BlockingQueue<Question> asked, Path folder) {
        try (DataInputStream questions = new DataInputStream(in)) {
            while (true) {
                asked.add(new Question(
                        Subject.of(questions.readUTF()), Scenario.valueOf(questions.readUTF()), questions.readInt()));
            }
        } catch (IOException over) {
            removeQuietly(folder);
        } finally {
            halt(0);
        }
    }

    @SuppressForbidden(reason = "threads of a search that failed go on for ever")
    private static void halt(int status) {
        Runtime.getRuntime().halt(status);
    }

    private static void removeQuietly(Path folder) {
        try {
            remove(folder);
        } catch (IOException stays) {
            // Nobody is there who could be told.
        }
    }

    /** Removes a folder with files in it, if it is there. */
    static void remove(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.toList();
        }
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
        Files.deleteIfExists(folder);
    }

    private static void write(Exploration found, DataOutputStream out) throws IOException {
        out.writeUTF(found.verdict().name());
        out.writeInt(found.interleavings());
        out.writeBoolean(found.complete());
        out.writeUTF(found.steps());
        out.flush();
    }
}
