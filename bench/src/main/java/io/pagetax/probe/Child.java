package io.pagetax.probe;

import io.pagetax.linux.syscall.Binding;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** A {@link Respondent} as its parent sees it. <b>Not thread-safe.</b> */
final class Child implements Closeable {

    /** With a process that was killed. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final Duration LOOK = Duration.ofMillis(50);

    /** What came from the child; without an answer, nothing more will. */
    private record Reply(@Nullable Answer answer) {}

    private final Process process;
    private final OutputStream questions;
    private final BlockingQueue<Reply> answers = new LinkedBlockingQueue<>();
    private boolean usable = true;

    private Child(Process process) {
        this.process = process;
        this.questions = process.getOutputStream();
        Thread listener = new Thread(this::listen, "probe-answers");
        listener.setDaemon(true);
        listener.start();
    }

    /** Starts one that works in a folder. */
    static Child start(Path folder) throws IOException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                // Where a transfer spoils the memory of the process, it may well crash: nobody needs its last words.
                "-XX:-CreateCoredumpOnCrash",
                "-XX:ErrorFile=/dev/null",
                "--enable-native-access=ALL-UNNAMED",
                "-D" + Binding.PROPERTY + "=" + Binding.current().word(),
                "-cp",
                System.getProperty("java.class.path"),
                Respondent.class.getName(),
                folder.toString());
        return new Child(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start());
    }

    private void listen() {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(process.getInputStream()))) {
            while (true) {
                answers.add(new Reply(new Answer(in.readUTF(), in.readUTF(), in.readUTF())));
            }
        } catch (IOException over) {
            answers.add(new Reply(null));
        }
    }

    /** Whether it can be asked more: it answered all that it was asked, and its memory can be trusted. */
    boolean isUsable() {
        return usable && process.isAlive();
    }

    /**
     * Asks and waits.
     *
     * @param cancelled asked now and then; true ends the wait
     * @return that it hangs, or crashed, if that is what happened
     * @throws InterruptedIOException if it was cancelled
     */
    Answer ask(String id, Duration patience, BooleanSupplier cancelled) throws InterruptedIOException {
        try {
            questions.write((id + "\n").getBytes(StandardCharsets.US_ASCII));
            questions.flush();
            Reply reply = await(patience, cancelled);
            if (reply == null) {
                return hangs(patience);
            }
            Answer answer = reply.answer();
            if (answer == null) {
                return crashed();
            }
            usable = !answer.answer().equals(ShiftedTransfers.CORRUPTS);
            return answer;
        } catch (InterruptedIOException stopped) {
            throw stopped;
        } catch (IOException dead) {
            return crashed();
        }
    }

    /** Null if there is none in time. */
    private @Nullable Reply await(Duration patience, BooleanSupplier cancelled) throws InterruptedIOException {
        long end = System.nanoTime() + patience.toNanos();
        try {
            Reply reply = null;
            while (reply == null && System.nanoTime() < end) {
                if (cancelled.getAsBoolean()) {
                    throw new InterruptedIOException("cancelled");
                }
                reply = answers.poll(LOOK.toMillis(), TimeUnit.MILLISECONDS);
            }
            return reply;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }

    private Answer crashed() {
        usable = false;
        end();
        String status = process.isAlive() ? "unknown" : Integer.toString(process.exitValue());
        return new Answer(
                "crashes",
                "The process that did it came to an end: its memory was spoilt, or somebody killed it.",
                "exit status " + status);
    }

    private Answer hangs(Duration patience) {
        usable = false;
        String threads = KernelWait.of(process.pid());
        end();
        String end = process.isAlive()
                ? "; process " + process.pid() + " cannot be ended and is left behind"
                : "; it could be ended by SIGKILL";
        return new Answer(
                "hangs",
                "The program is stuck: the kernel waits for what it holds itself, or for a device that does not answer.",
                "no answer in " + patience.toSeconds() + " s; waiting in the kernel: " + threads + end);
    }

    private void end() {
        process.destroyForcibly();
        try {
            process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends it; one that hangs in the kernel ends when the kernel lets it go. */
    @Override
    public void close() {
        end();
    }
}
