package io.pagetax.environment;

import io.pagetax.linux.system.Cgroup;
import io.pagetax.result.LimitFacts;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Finds out what this process may use of the machine. */
final class LimitProbe {

    private static final String LIMITS = "/proc/self/limits";
    private static final String UNLIMITED = "unlimited";

    private final Facts facts;

    LimitProbe(Facts facts) {
        this.facts = facts;
    }

    LimitFacts read() {
        Cgroup groups = groups();
        String untold = groups == null ? "the control groups of this process cannot be read" : UNLIMITED;
        return new LimitFacts(
                facts.known("limits.memoryLimitBytes", groups == null ? null : groups.memoryLimitBytes(), untold),
                facts.known(
                        "limits.memoryUsageBytes",
                        groups == null ? null : groups.memoryUsageBytes(),
                        "no control group counts memory"),
                facts.known("limits.cpuQuota", groups == null ? null : groups.cpuQuota(), untold),
                limit("limits.openFiles", "Max open files"),
                limit("limits.lockedMemoryBytes", "Max locked memory"),
                facts.number("limits.ioUringDisabled", "/proc/sys/kernel/io_uring_disabled"));
    }

    private static @Nullable Cgroup groups() {
        try {
            return Cgroup.ofThisProcess();
        } catch (IOException untold) {
            return null;
        }
    }

    /** The soft limit, which is the one that is enforced. */
    private @Nullable Long limit(String key, String name) {
        String soft = Facts.find(facts.files().text(LIMITS), "^" + name + "\\s+(\\S+)");
        boolean unlimited = UNLIMITED.equals(soft);
        return facts.known(
                key,
                soft == null || unlimited ? null : Long.valueOf(soft),
                unlimited ? UNLIMITED : facts.files().whyNot(LIMITS));
    }
}
