package io.pagetax.linux.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * Compares constants and layouts with the C headers of this machine, by a program that prints what they say. It is an
 * error if the headers lack something that has been there for long; what is newer is skipped one by one.
 */
public final class CHeaders {

    private static final String HEADERS = """
            #define _GNU_SOURCE
            #include <errno.h>
            #include <fcntl.h>
            #include <stddef.h>
            #include <stdio.h>
            #include <sys/ioctl.h>
            #include <sys/mman.h>
            #include <sys/resource.h>
            #include <sys/syscall.h>
            #include <unistd.h>
            #include <linux/falloc.h>
            #include <linux/fiemap.h>
            #include <linux/fs.h>
            #include <linux/io_uring.h>
            #include <linux/mman.h>
            #include <linux/stat.h>
            """;

    /** The table of call numbers that aarch64 uses, read on whatever 64-bit machine. */
    private static final String GENERIC_CALL_NUMBERS = """
            #include <stdio.h>
            #include <asm-generic/unistd.h>
            """;

    private CHeaders() {}

    /**
     * What we believe the headers say.
     *
     * @param expression in C, an integer
     * @param condition for the preprocessor: whether these headers know it
     * @param value ours
     */
    public record Claim(String expression, String condition, long value) {

        /** Of something that all headers in use know. */
        public static Claim of(String expression, long value) {
            return new Claim(expression, "1", value);
        }

        /** Of something that only those headers know that define {@code macro}. */
        public static Claim ofNewer(String expression, String macro, long value) {
            return new Claim(expression, "defined(" + macro + ")", value);
        }

        private String print() {
            return "#if " + condition + "\n    printf(\"" + expression + "=%lld\\n\", (long long) (" + expression
                    + "));\n#endif\n";
        }
    }

    /** A test for each claim. */
    public static Stream<DynamicTest> compare(Path folder, List<Claim> claims) throws IOException {
        return compare(folder, HEADERS, claims);
    }

    /** A test for each claim on a call number of {@code asm-generic/unistd.h}. */
    public static Stream<DynamicTest> compareGenericCallNumbers(Path folder, List<Claim> claims) throws IOException {
        return compare(folder, GENERIC_CALL_NUMBERS, claims);
    }

    private static Stream<DynamicTest> compare(Path folder, String headers, List<Claim> claims) throws IOException {
        Requirements.program("gcc");
        assumeTrue(compile(folder, headers, "").succeeded(), "needs the C headers of libc and Linux");
        String prints = claims.stream().map(Claim::print).collect(Collectors.joining());
        Commands.Outcome compiled = compile(folder, headers, prints);
        assertThat(compiled.succeeded()).as(compiled.output()).isTrue();
        Map<String, Long> theirs = Commands.run(executable(folder))
                .lines()
                .map(line -> line.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> Long.valueOf(pair[1])));
        assertThat(theirs).as("compared").isNotEmpty();
        return claims.stream().map(claim -> DynamicTest.dynamicTest(claim.expression(), () -> check(claim, theirs)));
    }

    private static void check(Claim claim, Map<String, Long> theirs) {
        assumeTrue(theirs.containsKey(claim.expression()), "not compared, headers too old: " + claim.expression());
        assertThat(claim.value()).isEqualTo(theirs.get(claim.expression()));
    }

    private static Commands.Outcome compile(Path folder, String headers, String body) throws IOException {
        Path source = folder.resolve("claims.c");
        Files.writeString(source, headers + "int main(void) {\n" + body + "    return 0;\n}\n");
        return Commands.tryRun(List.of("gcc", "-Wall", "-o", executable(folder), source.toString()), Map.of());
    }

    private static String executable(Path folder) {
        return folder.resolve("claims").toString();
    }
}
