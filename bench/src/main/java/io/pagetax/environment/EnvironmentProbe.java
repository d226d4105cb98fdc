package io.pagetax.environment;

import io.pagetax.linux.syscall.Binding;
import io.pagetax.result.Environment;
import io.pagetax.result.TargetFacts;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Gathers what is recorded of the machine. */
public final class EnvironmentProbe {

    private static final String VULNERABILITIES = "/sys/devices/system/cpu/vulnerabilities";
    private static final String GOVERNOR = "/sys/devices/system/cpu/cpu0/cpufreq/scaling_governor";

    private EnvironmentProbe() {}

    /**
     * The environment as it is now. Takes some tenths of a second the first time.
     *
     * @param targets that the caller has looked at
     * @param bindings that the cells go by
     * @param forkFlags of the JVMs that measure
     */
    public static Environment environment(
            List<TargetFacts> targets, Collection<Binding> bindings, List<String> forkFlags) {
        return environment(SystemFiles.OF_THIS_MACHINE, targets, bindings, forkFlags);
    }

    static Environment environment(
            SystemFiles files, List<TargetFacts> targets, Collection<Binding> bindings, List<String> forkFlags) {
        Facts facts = new Facts(files);
        HardwareProbe hardware = HardwareProbe.read();
        MemoryProbe memory = new MemoryProbe(facts);
        return new Environment(
                version(),
                facts.text("kernel", "/proc/sys/kernel/osrelease"),
                facts.match("distribution", "/etc/os-release", "^PRETTY_NAME=\"?([^\"\n]+)"),
                facts.known("cpu", hardware.cpu(), "the processor does not tell its name"),
                Runtime.getRuntime().availableProcessors(),
                memory.totalBytes(),
                System.getProperty("java.vendor") + " " + System.getProperty("java.runtime.version"),
                bindings.stream().map(Binding::version).collect(Collectors.joining(", ")),
                facts.text("governor", GOVERNOR),
                facts.known("mitigations", mitigations(files), files.whyNot(VULNERABILITIES)),
                facts.match("thp", "/sys/kernel/mm/transparent_hugepage/enabled", "\\[(\\w+)]"),
                new MachineProbe(facts, hardware).read(),
                new ProcessorProbe(facts, hardware).read(),
                memory.read(),
                new LimitProbe(facts).read(),
                JvmProbe.read(facts, forkFlags),
                targets,
                facts.unknown());
    }

    /** Version and commit of this program, as the build stamped them. */
    public static String version() {
        Properties build = new Properties();
        try (InputStream stamp = EnvironmentProbe.class.getResourceAsStream("/io/pagetax/git.properties")) {
            if (stamp != null) {
                build.load(stamp);
            }
        } catch (IOException unreadable) {
            // Then the properties stay empty and the version is given as unknown.
            build.clear();
        }
        String dirty = "true".equals(build.getProperty("git.dirty")) ? "-dirty" : "";
        return build.getProperty("git.build.version", "unknown") + " "
                + build.getProperty("git.commit.id.abbrev", "unknown") + dirty;
    }

    private static @Nullable String mitigations(SystemFiles files) {
        List<String> vulnerabilities = files.entries(VULNERABILITIES, "*");
        return vulnerabilities.isEmpty()
                ? null
                : vulnerabilities.stream()
                        .map(file -> file.substring(VULNERABILITIES.length() + 1) + ": " + files.text(file))
                        .filter(line -> !line.endsWith("Not affected"))
                        .collect(Collectors.joining("; "));
    }
}
