package io.pagetax.scheme.verify;

import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** An {@link ExplorerMain} as its parent sees it. <b>Not thread-safe.</b> */
final class ExplorerProcess implements Closeable {

    private static final int LOOK_MILLIS = 10;
    private static final int END_SECONDS = 5;

    private final Process process;
    private final Path folder;
    private final DataOutputStream questions;
    private final DataInputStream answers;

    private ExplorerProcess(Process process, Path folder) {
        this.process = process;
        this.folder = folder;
        this.questions = new DataOutputStream(process.getOutputStream());
        this.answers = new DataInputStream(process.getInputStream());
    }

    static ExplorerProcess start(Grain grain) throws IOException {
        // The checker unpacks jars, and leaves them.
        Path folder = Files.createTempDirectory("pagetax-explorer");
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx1g",
                "-XX:+EnableDynamicAgentLoading",
                "-Djdk.attach.allowAttachSelf=true",
                "-Djava.io.tmpdir=" + folder,
                "-cp",
                System.getProperty("java.class.path"),
                ExplorerMain.class.getName(),
                grain.name(),
                folder.toString());
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        return new ExplorerProcess(process, folder);
    }

    /**
     * Has a scenario explored, and waits.
     *
     * @throws InterruptedIOException if it was cancelled
     * @throws IOException the process ended or did not answer in time; it is of no more use
     */
    Exploration explore(
            Subject subject, Scenario scenario, int interleavings, Duration patience, BooleanSupplier cancelled)
            throws IOException {
        questions.writeUTF(subject.id());
        questions.writeUTF(scenario.name());
        questions.writeInt(interleavings);
        questions.flush();
        await(patience, cancelled);
        return new Exploration(
                Verdict.valueOf(answers.readUTF()), answers.readInt(), answers.readBoolean(), answers.readUTF());
    }

    private void await(Duration patience, BooleanSupplier cancelled) throws IOException {
        long start = System.nanoTime();
        try {
            while (answers.available() == 0) {
                if (cancelled.getAsBoolean()) {
                    throw new InterruptedIOException("cancelled");
                }
                if (process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                    throw new IOException("the model checker ended with status " + process.exitValue());
                }
                if (System.nanoTime() - start > patience.toNanos()) {
                    throw new IOException("the model checker gave no answer in " + patience.toSeconds() + " s");
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        try {
            process.waitFor(END_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        ExplorerMain.remove(folder);
    }
}
