package io.pagetax.scheme.verify;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Threads that run beside each other until all have ended. */
final class Parallel {

    private Parallel() {}

    /** @throws IllegalStateException one of them has failed: nothing is known then */
    static void of(Runnable... bodies) {
        List<Member> members = new ArrayList<>();
        for (Runnable body : bodies) {
            members.add(new Member(body));
        }
        members.forEach(Thread::start);
        for (Member member : members) {
            await(member);
            if (member.failure != null) {
                throw new IllegalStateException(member.failure);
            }
        }
    }

    /** The model checker knows join() by the name of the class that it is called on. */
    private static void await(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static final class Member extends Thread {

        private final Runnable body;
        private @Nullable RuntimeException failure;

        Member(Runnable body) {
            this.body = body;
        }

        @Override
        public void run() {
            try {
                body.run();
            } catch (RuntimeException failed) {
                failure = failed;
            }
        }
    }
}
