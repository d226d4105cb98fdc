package io.pagetax.probe;

import io.pagetax.linux.file.NativeIoException;

/** One or more reads or writes that belong together. */
@FunctionalInterface
interface Transfer {

    /** Carries them out; the first that is refused ends it. */
    void run() throws NativeIoException;
}
