package io.pagetax.lab;

import java.io.IOException;

/** A lab that somebody measures in: until it is closed nobody else changes it. <b>Not thread-safe.</b> */
public final class LabUse implements AutoCloseable {

    private final Lab lab;
    private final LabDirectory own;

    LabUse(Lab lab, LabDirectory own) {
        this.lab = lab;
        this.own = own;
    }

    /** What stands. */
    public LabStatus status() throws IOException {
        return lab.status().orElseThrow(() -> new LabException("the lab in " + lab.directory() + " is gone"));
    }

    /**
     * Puts a file system onto the device of a lab whose file systems have it in turn, even if it is there. What was there is
     * gone, with all files. Needs root.
     *
     * @throws LabException if they do not, or there is none of this name
     * @throws java.io.InterruptedIOException if it was cancelled
     */
    public void turn(String name) throws IOException {
        lab.changeTurn(name);
    }

    @Override
    public void close() throws IOException {
        own.close();
    }
}
