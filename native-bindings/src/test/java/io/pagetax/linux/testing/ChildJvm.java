package io.pagetax.linux.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.pagetax.linux.syscall.Binding;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Runs a main class of the tests in a JVM of its own: because it may crash, must be another user or needs another
 * environment. It uses the same binding as this one. A check that fails there ends it with an exception, and so fails the test here.
 */
public final class ChildJvm {

    private static final String NOBODY = "65534";
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    private ChildJvm() {}

    /** Runs {@code main} as the same user, with some environment variables set. */
    public static void run(Map<String, String> environment, Class<?> main, String... arguments) {
        List<String> command = java(System.getProperty("java.class.path"), main, arguments);
        expectSuccess(Commands.tryRun(command, environment));
    }

    /** Runs {@code main} as the same user under a resource limit, such as {@code --fsize=1048576} of prlimit(1). */
    public static void runLimited(String limit, Class<?> main, String... arguments) {
        List<String> command = java(System.getProperty("java.class.path"), main, arguments);
        expectSuccess(Commands.tryRun(concat(limited(limit), command), Map.of()));
    }

    private static List<String> limited(String limit) {
        Requirements.program("prlimit");
        return List.of("prlimit", limit);
    }

    /**
     * Runs {@code main} as a user without privileges: the same one, unless that is root.
     *
     * @param folder a temporary one: it is opened to this user, who may write there and finds the classes there
     */
    public static void runUnprivileged(Path folder, Class<?> main, String... arguments) throws IOException {
        expectSuccess(Commands.tryRun(unprivileged(folder, main, arguments), Map.of()));
    }

    /** As {@link #runUnprivileged} under a resource limit. */
    public static void runUnprivilegedLimited(String limit, Path folder, Class<?> main, String... arguments)
            throws IOException {
        expectSuccess(Commands.tryRun(concat(limited(limit), unprivileged(folder, main, arguments)), Map.of()));
    }

    private static List<String> unprivileged(Path folder, Class<?> main, String... arguments) throws IOException {
        if (!Requirements.isRoot()) {
            return java(System.getProperty("java.class.path"), main, arguments);
        }
        Requirements.program("setpriv");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        List<String> become = List.of("setpriv", "--reuid", NOBODY, "--regid", NOBODY, "--clear-groups");
        List<String> canRunJava = concat(become, List.of("test", "-x", JAVA.toString()));
        assumeTrue(Commands.tryRun(canRunJava, Map.of()).succeeded(), "other users cannot run " + JAVA);
        List<String> java = java(readableClassPath(folder), main, arguments);
        java.add(1, "-Djna.tmpdir=" + folder);
        return concat(become, java);
    }

    private static void expectSuccess(Commands.Outcome outcome) {
        assertThat(outcome.exitCode()).as(outcome.output()).isZero();
    }

    private static List<String> java(String classPath, Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                JAVA.toString(),
                "-XX:+UseSerialGC",
                "-XX:-CreateCoredumpOnCrash",
                "-XX:ErrorFile=/dev/null",
                "--enable-native-access=ALL-UNNAMED",
                "-D" + Binding.PROPERTY + "=" + Binding.current(),
                "-cp",
                classPath,
                main.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    private static List<String> concat(List<String> first, List<String> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    /** Copies the class path: its parts may lie in somebody's home. */
    private static String readableClassPath(Path folder) throws IOException {
        List<String> copies = new ArrayList<>();
        for (String part : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            Path copy = folder.resolve(copies.size() + "-" + Path.of(part).getFileName());
            copyTree(Path.of(part), copy);
            copies.add(copy.toString());
        }
        return String.join(File.pathSeparator, copies);
    }

    private static void copyTree(Path from, Path to) throws IOException {
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path path : paths.toList()) {
                // Resolving the empty path of the top itself would add a slash, which a jar does not bear.
                Path copy = path.equals(from)
                        ? to
                        : to.resolve(from.relativize(path).toString());
                Files.copy(path, copy, StandardCopyOption.REPLACE_EXISTING);
                Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
        }
    }
}
