package io.pagetax.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.pagetax.linux.testing.DiskTempFolder;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The examples that users copy. */
class ReadmeTest {

    private static final Pattern EXAMPLE = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
    private static final int MOST_LINES = 10;

    private static final String PROGRAM = """
            import io.pagetax.linux.device.*;
            import io.pagetax.linux.file.*;
            import io.pagetax.linux.pagecache.*;
            import io.pagetax.linux.system.*;
            import io.pagetax.linux.uring.*;
            import java.nio.file.Path;
            public class NAME {
                public static void run(Path path) throws Exception {
            CODE
                }
            }
            """;

    @TempDir(factory = DiskTempFolder.class)
    private Path folder;

    private static List<String> examples() throws IOException {
        return EXAMPLE.matcher(Files.readString(Path.of("README.md")))
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }

    @Test
    void thereAreSevenAndTheyAreShort() throws IOException {
        assertThat(examples()).hasSize(7).allMatch(code -> code.lines().count() < MOST_LINES);
    }

    @TestFactory
    Stream<DynamicTest> theyCompileAndRun() throws IOException {
        List<String> examples = examples();
        return IntStream.range(0, examples.size())
                .mapToObj(
                        i -> DynamicTest.dynamicTest("example " + (i + 1), () -> run("Example" + i, examples.get(i))));
    }

    /** What they print is made, and kept to themselves. */
    private static String quiet(String code) {
        return code.replaceAll("System\\.[a-z]+\\.println", "String.valueOf");
    }

    private void run(String name, String code) throws Exception {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        assumeTrue(compiler != null, "needs a JDK, not only a JVM");
        Path source = Files.writeString(
                folder.resolve(name + ".java"), PROGRAM.replace("NAME", name).replace("CODE", quiet(code)));
        int result = compiler.run(
                null,
                null,
                null,
                "-cp",
                System.getProperty("java.class.path"),
                "-d",
                folder.toString(),
                source.toString());
        assertThat(result).as(code).isZero();
        Path file = Files.write(folder.resolve("file"), new byte[32 * 4096]);
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
            Method method = loader.loadClass(name).getMethod("run", Path.class);
            method.invoke(null, file);
        }
        assertThat(file).hasSize(32 * 4096);
    }
}
