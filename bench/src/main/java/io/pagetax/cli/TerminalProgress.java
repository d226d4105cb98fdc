package io.pagetax.cli;

import io.pagetax.campaign.Progress;
import io.pagetax.linux.syscall.Terminal;
import io.pagetax.plan.Cell;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Progress on stderr: one line that rewrites itself on a terminal, a line every so often elsewhere. <b>Not
 * thread-safe.</b>
 */
final class TerminalProgress implements Progress {

    private static final String ERASE_LINE = "\r\u001b[K";
    private static final Duration PLAIN_INTERVAL = Duration.ofSeconds(10);

    private final PrintWriter err;
    private final boolean terminal;
    private final boolean quiet;
    private long lastPlainNanos = System.nanoTime() - PLAIN_INTERVAL.toNanos();

    TerminalProgress(PrintWriter err, boolean quiet) {
        this.err = err;
        this.quiet = quiet;
        String term = System.getenv("TERM");
        this.terminal = Terminal.isStandardError() && term != null && !term.equals("dumb");
    }

    @Override
    public void phase(String what) {
        if (terminal) {
            rewrite(what);
        } else {
            line(what);
        }
    }

    /** Something short, which is shown where it can be taken back. */
    void passing(String what) {
        if (terminal) {
            rewrite(what);
        }
    }

    @Override
    public void sample(int round, Cell cell, int number, int total, Duration left) {
        String text = String.format(
                Locale.ROOT,
                "round %d, sample %d of %d, %d:%02d left: %s",
                round,
                number,
                total,
                left.toMinutes(),
                left.toSecondsPart(),
                cell.id());
        frequent(text);
    }

    /** One of many steps. <b>Thread-safe</b>, other than the rest. */
    synchronized void step(int number, int total, String what) {
        frequent(String.format(Locale.ROOT, "%d of %d: %s", number, total, what));
    }

    private void frequent(String text) {
        if (terminal) {
            rewrite(text);
        } else if (System.nanoTime() - lastPlainNanos >= PLAIN_INTERVAL.toNanos()) {
            lastPlainNanos = System.nanoTime();
            line(text);
        }
    }

    @Override
    public void warning(String text) {
        done();
        err.println("pagetax: warning: " + text);
        err.flush();
    }

    @Override
    public void done() {
        if (terminal) {
            rewrite(null);
        }
    }

    private void rewrite(@Nullable String text) {
        if (!quiet) {
            err.print(ERASE_LINE + (text == null ? "" : text));
            err.flush();
        }
    }

    private void line(String text) {
        if (!quiet) {
            err.println(text);
            err.flush();
        }
    }
}
