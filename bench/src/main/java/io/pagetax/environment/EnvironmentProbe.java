package io.pagetax.environment;

import io.pagetax.linux.syscall.Binding;
import io.pagetax.result.Environment;
import io.pagetax.result.TargetFacts;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Gathers what is recorded of the machine. */
public final class EnvironmentProbe {

    private static final Path VULNERABILITIES = Path.of("/sys/devices/system/cpu/vulnerabilities");
    private static final long KIB = 1024;

    private EnvironmentProbe() {}

    /** The environment, with the targets that the caller has looked at, and the bindings that the cells go by. */
    public static Environment environment(List<TargetFacts> targets, Collection<Binding> bindings) {
        String memoryKib = match("/proc/meminfo", "MemTotal:\\s+(\\d+) kB");
        return new Environment(
                version(),
                firstLine("/proc/sys/kernel/osrelease"),
                match("/etc/os-release", "PRETTY_NAME=\"?([^\"\n]+)"),
                match("/proc/cpuinfo", "model name\\s*:\\s*(.+)"),
                Runtime.getRuntime().availableProcessors(),
                memoryKib == null ? null : Long.valueOf(Long.parseLong(memoryKib) * KIB),
                System.getProperty("java.vendor") + " " + System.getProperty("java.runtime.version"),
                bindings.stream().map(Binding::version).collect(Collectors.joining(", ")),
                firstLine("/sys/devices/system/cpu/cpu0/cpufreq/scaling_governor"),
                mitigations(),
                match("/sys/kernel/mm/transparent_hugepage/enabled", "\\[(\\w+)]"),
                targets);
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

    private static @Nullable String mitigations() {
        try (Stream<Path> files = Files.list(VULNERABILITIES)) {
            return files.sorted()
                    .map(file -> file.getFileName() + ": " + firstLine(file.toString()))
                    .filter(line -> !line.endsWith("Not affected"))
                    .collect(Collectors.joining("; "));
        } catch (IOException absent) {
            return null;
        }
    }

    private static @Nullable String firstLine(String file) {
        return match(file, "(.*)");
    }

    private static @Nullable String match(String file, String pattern) {
        try {
            Matcher matcher = Pattern.compile(pattern).matcher(Files.readString(Path.of(file), StandardCharsets.UTF_8));
            return matcher.find() ? matcher.group(1).strip() : null;
        } catch (IOException absent) {
            return null;
        }
    }
}
