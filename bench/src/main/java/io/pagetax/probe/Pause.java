package io.pagetax.probe;

/** Waiting for what the kernel does by itself. */
final class Pause {

    private Pause() {}

    /** Sleeps; a thread that is interrupted goes on at once and stays interrupted. */
    static void ms(long milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
