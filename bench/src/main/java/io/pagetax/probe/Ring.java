package io.pagetax.probe;

import io.pagetax.linux.file.AlignedBuffer;
import io.pagetax.linux.file.NativeIoException;
import io.pagetax.linux.syscall.Errno;
import io.pagetax.linux.uring.IoUring;
import io.pagetax.linux.uring.RingFlag;
import java.io.IOException;

/** Whether a direct read through io_uring works, in each of the ways that a ring can be set up. */
enum Ring implements Probe {

    /** As it comes. */
    PLAIN("io-uring", "through io_uring", "io_uring_setup(2), kernel 5.1; kernel.io_uring_disabled"),

    /** The device is polled. */
    IOPOLL(
            "io-uring-iopoll",
            "through io_uring with polled completions",
            "io_uring_setup(2) IORING_SETUP_IOPOLL: devices with polling queues",
            RingFlag.IOPOLL),

    /** A thread of the kernel submits. */
    SQPOLL(
            "io-uring-sqpoll",
            "through io_uring with a submitting thread of the kernel",
            "io_uring_setup(2) IORING_SETUP_SQPOLL, without privileges since kernel 5.11",
            RingFlag.SQPOLL);

    private static final int PAGES = 4;

    @SuppressWarnings("ImmutableEnumChecker") // texts alone
    private final About about;

    @SuppressWarnings("ImmutableEnumChecker") // nobody changes it
    private final RingFlag[] flags;

    Ring(String id, String how, String source, RingFlag... flags) {
        this.about = new About(id, "Do direct reads " + how + " work?", source);
        this.flags = flags;
    }

    @Override
    public About about() {
        return about;
    }

    @Override
    public Answer ask(Site site) throws IOException {
        try (ScratchFile file = site.file(PAGES);
                AlignedBuffer memory = AlignedBuffer.allocate(PAGES * Site.PAGE)) {
            try (IoUring ring = IoUring.open(1, flags)) {
                ring.queueRead(file.direct().fd(), memory.address(), memory.length(), 0, 0, 0);
                ring.submitAndWait(1);
                ring.next();
                return answer(ring.result(), memory);
            } catch (NativeIoException refused) {
                return Answer.refused(refused.errno(), "Use other ways.", refused.call() + " was refused");
            }
        }
    }

    private static Answer answer(int result, AlignedBuffer memory) {
        if (result < 0) {
            return Answer.refused(
                    Errno.ofResult(result), "The ring can be had, but not for this file.", "the read was refused");
        }
        boolean right = result == memory.length()
                && Content.generation(memory.bytes(), 0, result, 0) == ScratchFile.FIRST_GENERATION;
        return new Answer(
                right ? "supported" : "wrong-data",
                right ? "It can be used." : "It gives other data than was written.",
                result + " bytes were read and compared");
    }
}
