package io.pagetax;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may know whom. What flows from a user's words to a report has no way back. */
class ArchitectureTest {

    private static final String ROOT = "io.pagetax.";
    private static final String NATIVE = "linux";
    private static final String JMH = "org.openjdk.jmh..";

    /** Each room and the rooms that it knows. */
    private static final Map<String, Set<String>> ROOMS = Map.ofEntries(
            entry("workload", Set.of()),
            entry("latency", Set.of()),
            entry("engine", Set.of("workload", NATIVE)),
            entry("testfile", Set.of("workload", NATIVE)),
            entry("evidence", Set.of("workload", "latency", NATIVE)),
            entry("sample", Set.of("workload", "engine", "testfile", "latency", "evidence", NATIVE)),
            entry("jmh", Set.of("workload", "engine", "testfile", "evidence", "sample", "scheme", NATIVE)),
            entry("plan", Set.of("workload", "latency", "evidence", "jmh", NATIVE)),
            entry("result", Set.of()),
            entry("analysis", Set.of("result", "workload")),
            entry("environment", Set.of("result", NATIVE)),
            entry("doctor", Set.of("latency", "testfile", "environment", "result", NATIVE)),
            entry("lab", Set.of("workload", "testfile", NATIVE)),
            entry("probe", Set.of("testfile", "evidence", "result", NATIVE)),
            entry("scheme", Set.of(NATIVE)),
            entry("distribution", Set.of("latency")),
            entry("figure", Set.of("result", "analysis", "workload", "distribution")),
            entry("report", Set.of("result", "analysis", "figure", "distribution")),
            entry("export", Set.of("result", "distribution", "environment", "figure", "report")),
            entry("merge", Set.of("workload", "latency", "evidence", "distribution", "result", "analysis")),
            entry(
                    "campaign",
                    Set.of(
                            "workload",
                            "engine",
                            "testfile",
                            "latency",
                            "evidence",
                            "sample",
                            "jmh",
                            "plan",
                            "result",
                            "analysis",
                            "environment",
                            "distribution",
                            "figure",
                            "report",
                            "export",
                            NATIVE)),
            entry(
                    "cli",
                    Set.of(
                            "workload",
                            "engine",
                            "testfile",
                            "latency",
                            "evidence",
                            "sample",
                            "jmh",
                            "plan",
                            "result",
                            "analysis",
                            "environment",
                            "doctor",
                            "lab",
                            "probe",
                            "scheme",
                            "distribution",
                            "figure",
                            "report",
                            "export",
                            "merge",
                            "campaign",
                            NATIVE)));

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.pagetax");

    static Stream<String> rooms() {
        return ROOMS.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void knowsOnlyTheRoomsThatItMay(String room) {
        knowsOnly(room, ROOMS.getOrDefault(room, Set.of())).check(CLASSES);
    }

    @Test
    void hasNoRoomWithoutARule() {
        Set<String> found = new TreeSet<>();
        CLASSES.forEach(
                type -> found.add(type.getPackageName().substring(ROOT.length()).split("\\.", 2)[0]));
        found.remove(NATIVE);
        assertThat(found).containsExactlyInAnyOrderElementsOf(ROOMS.keySet());
    }

    @Test
    void hasNoCycles() {
        slices().matching("io.pagetax.(*)..").should().beFreeOfCycles().check(CLASSES);
        slices().matching("io.pagetax.linux.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void keepsTheNativeBindingsFreeOfTheHarness() {
        noClasses()
                .that()
                .resideInAPackage("io.pagetax.linux..")
                .should()
                .dependOnClassesThat(resideInAPackage("io.pagetax..").and(not(resideInAPackage("io.pagetax.linux.."))))
                .check(CLASSES);
    }

    @Test
    void reachesJnaThroughTheSystemCallsAlone() {
        onlyThese("com.sun.jna..", "io.pagetax.linux.syscall").check(CLASSES);
    }

    /** The compiler copies constants, so that class files do not tell where they came from. */
    @Test
    void namesJnaNowhereInItsSources() throws IOException {
        try (Stream<Path> sources = Files.walk(Path.of("src", "main", "java"))) {
            List<Path> naming = sources.filter(Files::isRegularFile)
                    .filter(ArchitectureTest::namesJna)
                    .toList();
            assertThat(naming).isEmpty();
        }
    }

    private static boolean namesJna(Path source) {
        try {
            return Files.readString(source).contains("com.sun.jna");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Test
    void reachesJmhFromWhereItIsDrivenAndListenedToAlone() {
        onlyThese(
                        JMH,
                        "io.pagetax.jmh..",
                        "io.pagetax.plan",
                        "io.pagetax.campaign",
                        "io.pagetax.latency",
                        "io.pagetax.evidence")
                .check(CLASSES);
    }

    /** Its classes take long to load, so that no command but those that ask for the hardware may touch them. */
    @Test
    void reachesOshiThroughOneClassAlone() {
        onlyThese("oshi..", "io.pagetax.environment").check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage("io.pagetax.environment")
                .and()
                .doNotHaveSimpleName("HardwareProbe")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("oshi..")
                .check(CLASSES);
    }

    @Test
    void publishesNothingButPlainDataAndHistograms() {
        classes()
                .that()
                .resideInAPackage("io.pagetax.result")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        "java..",
                        "io.pagetax.result",
                        "org.HdrHistogram..",
                        "com.fasterxml.jackson..",
                        "org.jspecify.."))
                .check(CLASSES);
    }

    /** A rule that cannot fail holds nothing. */
    @Test
    void noticesARoomThatKnowsMoreThanItMay() {
        assertThat(knowsOnly("report", Set.of("result", "figure", "distribution"))
                        .evaluate(CLASSES)
                        .getFailureReport()
                        .getDetails())
                .isNotEmpty()
                .allMatch(violation -> violation.contains("io.pagetax.analysis"));
        assertThat(onlyThese(JMH, "io.pagetax.plan").evaluate(CLASSES).hasViolation())
                .isTrue();
    }

    private static ArchRule knowsOnly(String room, Set<String> known) {
        String[] open = Stream.concat(Stream.of(room), known.stream())
                .map(name -> ROOT + name + "..")
                .toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage(ROOT + room + "..")
                .should()
                .dependOnClassesThat(resideInAPackage("io.pagetax..").and(not(resideInAnyPackage(open))))
                .as(room + " knows only " + new TreeSet<>(known));
    }

    private static ArchRule onlyThese(String library, String... users) {
        return noClasses()
                .that()
                .resideInAPackage("io.pagetax..")
                .and()
                .resideOutsideOfPackages(users)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library);
    }
}
