package io.pagetax.environment;

import io.pagetax.result.JvmFacts;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Asks this JVM about itself. */
final class JvmProbe {

    private JvmProbe() {}

    static JvmFacts read(Facts facts, List<String> forkFlags) {
        return new JvmFacts(
                property(facts, "jvm.name", "java.vm.name"),
                property(facts, "jvm.vendor", "java.vendor"),
                property(facts, "jvm.version", "java.runtime.version"),
                forkFlags,
                // Not the properties: they are programs' own, and may be secrets.
                ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                        .filter(argument -> !argument.startsWith("-D"))
                        .toList(),
                ManagementFactory.getGarbageCollectorMXBeans().stream()
                        .map(GarbageCollectorMXBean::getName)
                        .collect(Collectors.joining(", ")),
                Runtime.getRuntime().maxMemory());
    }

    private static @Nullable String property(Facts facts, String key, String name) {
        return facts.known(key, System.getProperty(name), "the JVM does not tell");
    }
}
