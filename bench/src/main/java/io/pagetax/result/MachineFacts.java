package io.pagetax.result;

import org.jspecify.annotations.Nullable;

/**
 * What the machine is. Null: unknown, with the reason in {@link Environment#unknown()}.
 *
 * @param architecture as the JVM names it, such as {@code amd64}
 * @param vendor of the machine; of a virtual one the program that makes it
 * @param virtualisation {@code none}, {@code virtual machine}, or the hypervisor's name if it tells it
 * @param container what holds this process apart from others, such as {@code docker}
 * @param kernelCommandLine without what identifies one machine, and without what is for init
 * @param clockSource where the kernel takes the time from
 * @param clockSources from which it could
 */
public record MachineFacts(
        @Nullable String architecture,
        @Nullable String vendor,
        @Nullable String model,
        @Nullable String virtualisation,
        @Nullable String container,
        @Nullable String kernelCommandLine,
        @Nullable String clockSource,
        @Nullable String clockSources) {

    /** Of files that were written before there were such facts. */
    static final MachineFacts NOT_RECORDED = new MachineFacts(null, null, null, null, null, null, null, null);
}
