package io.pagetax.probe;

import io.pagetax.result.ProbeAnswer;
import io.pagetax.testfile.TargetException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/**
 * Asks a file system all questions, each in a child process, and goes on with another one if a question hangs it or spoils
 * its memory. This process itself touches the target only to make and remove a scratch folder, and does not wait for that
 * for ever.
 */
public final class Interview {

    /** Longer than any question takes on a slow disk that is busy. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final List<Probe> probes;
    private final Duration patience;
    private final Listener listener;
    private final BooleanSupplier cancelled;

    /**
     * For any number of targets, one after the other.
     *
     * @param cancelled asked now and then; true ends the work early
     */
    public Interview(Listener listener, BooleanSupplier cancelled) {
        this(Probes.all(), PATIENCE, listener, cancelled);
    }

    Interview(List<Probe> probes, Duration patience, Listener listener, BooleanSupplier cancelled) {
        this.probes = probes;
        this.patience = patience;
        this.listener = listener;
        this.cancelled = cancelled;
    }

    /** Is told how it goes. */
    public interface Listener {

        /** The question that is asked now. */
        void asking(String id);

        /** What the user has to know. */
        void warning(String text);
    }

    /**
     * Asks all questions.
     *
     * @param target a folder
     * @throws TargetException if nothing can be made there
     * @throws InterruptedIOException if it was cancelled; nothing stays behind
     */
    public List<ProbeAnswer> ask(Path target) throws IOException {
        if (!Files.isDirectory(target)) {
            throw new TargetException("the target is not a folder, and files have to be made to ask: " + target
                    + "; name a folder of the file system");
        }
        CompletableFuture<ScratchDirectory> making = started(() -> {
            ScratchDirectory.removeLeftovers(target);
            return ScratchDirectory.make(target);
        });
        ScratchDirectory scratch;
        try {
            scratch = await(making);
        } catch (IOException hangs) {
            // Should it be made after all, nobody wants it any more.
            CompletableFuture<Void> unused = making.thenAccept(this::remove);
            throw hangs;
        }
        try {
            return ask(scratch);
        } finally {
            remove(scratch);
        }
    }

    /** What was found is not lost over a folder that stays; the next start removes it. */
    private void remove(ScratchDirectory scratch) {
        try {
            await(started(() -> {
                scratch.close();
                return scratch;
            }));
        } catch (IOException stays) {
            listener.warning(scratch.path() + " stays: " + stays.getMessage());
        }
    }

    private List<ProbeAnswer> ask(ScratchDirectory scratch) throws IOException {
        List<ProbeAnswer> answers = new ArrayList<>();
        Child child = Child.start(scratch.path());
        try {
            for (Probe probe : probes) {
                About about = probe.about();
                listener.asking(about.id());
                if (!child.isUsable()) {
                    child.close();
                    child = Child.start(scratch.path());
                }
                Answer answer = child.ask(about.id(), patience, cancelled);
                answers.add(new ProbeAnswer(
                        about.id(),
                        answer.answer(),
                        answer.detail(),
                        about.question(),
                        answer.meaning(),
                        about.source()));
            }
            return answers;
        } finally {
            child.close();
        }
    }

    /** In a thread of its own: a file system that does not answer must not keep this one, which has to tell of it. */
    private static CompletableFuture<ScratchDirectory> started(Callable<ScratchDirectory> action) {
        CompletableFuture<ScratchDirectory> future = new CompletableFuture<>();
        Thread thread = new Thread(
                () -> {
                    try {
                        future.complete(action.call());
                    } catch (Exception failed) {
                        future.completeExceptionally(failed);
                    }
                },
                "probe-scratch");
        thread.setDaemon(true);
        thread.start();
        return future;
    }

    private ScratchDirectory await(CompletableFuture<ScratchDirectory> future) throws IOException {
        try {
            return future.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException hanging) {
            throw new TargetException("the file system does not answer: no scratch folder could be made or removed in "
                    + patience.toSeconds() + " s");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof TargetException unfit) {
                throw unfit;
            }
            throw new TargetException(
                    "no scratch folder can be made or removed: "
                            + Objects.requireNonNull(failed.getCause()).getMessage(),
                    failed);
        }
    }
}
