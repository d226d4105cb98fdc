package io.pagetax.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the exploration of schemes finds. */
class SchemesIT {

    /** Of what the users of the schemes, or those who wrote them, said in public: no search may come to anything else. */
    private static final String DOCUMENTED = """
            wilcox-2019-empty  S1  deadlock
            wilcox-2019-empty  S2  deadlock
            wilcox-2019-cached S1  deadlock
            wilcox-2019-cached S2  ok
            chinner-2015       S1  ok
            chinner-2015       S2  ok
            overstreet-2018    S3w deadlock
            overstreet-2023    S3w ok
            gruenbacher-2021   S4= livelock
            gruenbacher-2023   S4= ok
            lutomirski-2019    C1  coherent
            lutomirski-2019    C2  coherent
            lutomirski-2019    C3  coherent
            axboe-2024         C1  coherent
            axboe-2024         C2  coherent
            """;

    private static final long TEN_MINUTES = 600;

    @TempDir
    Path folder;

    private JsonNode verify(String schemes, String scenarios, String interleavings) throws IOException {
        List<String> words = new ArrayList<>(List.of("schemes", "--verify", "--quiet", "--out", "out", "--json"));
        words.addAll(List.of("--scheme", schemes, "--interleavings", interleavings));
        if (!scenarios.isEmpty()) {
            words.addAll(List.of("--scenario", scenarios));
        }
        Commands.Outcome outcome = Commands.run(folder, Commands.pagetax(words.toArray(String[]::new)));
        assertThat(outcome.exit()).as(outcome.err()).isZero();
        assertThat(outcome.out()).isEqualTo(Files.readString(folder.resolve("out/schemes.json")));
        return new ObjectMapper().readTree(outcome.out()).path("schemes");
    }

    private static JsonNode of(JsonNode schemes, String id) {
        for (JsonNode scheme : schemes) {
            if (scheme.path("id").asText().equals(id)) {
                return scheme;
            }
        }
        throw new AssertionError("no scheme " + id);
    }

    private static void assertDocumented(JsonNode schemes) {
        List<String> compared = new ArrayList<>();
        DOCUMENTED.lines().map(line -> line.split(" +")).forEach(cell -> {
            for (JsonNode scheme : schemes) {
                JsonNode verdict = scheme.path("verdicts").path(cell[1]);
                if (scheme.path("id").asText().equals(cell[0]) && !verdict.isMissingNode()) {
                    assertThat(verdict.asText()).as(cell[0] + " " + cell[1]).isEqualTo(cell[2]);
                    compared.add(cell[1]);
                }
            }
        });
        assertThat(compared).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            wilcox-2019-empty,wilcox-2019-cached,chinner-2015 | S1,S2
            overstreet-2018,overstreet-2023                   | S3w
            gruenbacher-2021,gruenbacher-2023                 | S4=
            lutomirski-2019,axboe-2024                        | C1,C2,C3
            """)
    void findsWhatIsDocumented(String schemes, String scenarios) throws IOException {
        assertDocumented(verify(schemes, scenarios, "150"));
    }

    /** Mason's deadlock takes two tasks that cross: its interleaving says who holds what and waits for what. */
    @Test
    void tellsTheInterleavingOfADeadlock() throws IOException {
        JsonNode scheme = of(verify("wilcox-2019-empty", "S3,S3-apart", "150"), "wilcox-2019-empty");

        assertThat(scheme.path("verdicts").path("S3").asText()).isEqualTo("deadlock");
        assertThat(scheme.path("trace").path("S3").asText().lines())
                .contains("T1\twaits for\tB.rwsem", "T2\twaits for\tA.rwsem");
    }

    /** The checker's threads go on after a deadlock, and it unpacks files. */
    @Test
    void leavesNeitherProcessNorFileWhenItIsKilled() throws Exception {
        Path temporary = Files.createDirectory(folder.resolve("tmp"));
        List<String> command =
                new ArrayList<>(Commands.pagetax("schemes", "--verify", "--scheme", "wilcox-2019-empty"));
        command.add(1, "-Djava.io.tmpdir=" + temporary);
        Process process = Commands.start(folder, command);
        List<ProcessHandle> children = List.of();
        while (process.isAlive()
                && (children.isEmpty() || RunRecords.names(temporary).isEmpty())) {
            children = process.descendants().toList();
            assertThat(process.waitFor(10, TimeUnit.MILLISECONDS)).isFalse();
        }
        assertThat(process.waitFor(4, TimeUnit.SECONDS)).isFalse();
        process.destroyForcibly();

        assertThat(children).isNotEmpty();
        for (ProcessHandle child : children) {
            child.onExit().get(20, TimeUnit.SECONDS);
        }
        assertThat(RunRecords.names(temporary)).isEmpty();
    }

    @Test
    void findsNothingWrongWithOurOwn() throws IOException {
        for (JsonNode scheme : verify("pagetax-2026-empty,pagetax-2026-cached", "", "90")) {
            assertThat(scheme.path("verdicts"))
                    .hasSize(13)
                    .allSatisfy(verdict -> assertThat(verdict.asText()).isIn("ok", "coherent"));
            assertThat(scheme.path("trace")).isEmpty();
            for (String scenario : List.of("S3", "S3w", "S5", "C1", "C2", "C3")) {
                JsonNode explored = scheme.path("explored").path(scenario);
                assertThat(explored.path("complete").asBoolean()
                                || explored.path("interleavings").asInt() == 90)
                        .as(scenario + " " + explored)
                        .isTrue();
            }
        }
    }

    @Test
    void exploresEverythingInTenMinutes() throws IOException {
        Requirements.longRun();
        Process process = Commands.start(folder, Commands.pagetax("schemes", "--verify", "--quiet", "--out", "out"));
        Commands.Outcome outcome = Commands.await(process, folder, TEN_MINUTES);

        assertThat(outcome.exit()).as(outcome.err()).isZero();
        JsonNode schemes = new ObjectMapper()
                .readTree(Files.readString(folder.resolve("out/schemes.json")))
                .path("schemes");
        assertDocumented(schemes);
        assertThat(Files.readString(folder.resolve("out/schemes.html")))
                .contains("wilcox-2019-empty, S1: deadlock", "<svg");
        assertThat(outcome.out()).contains("wilcox-2019-empty", "interleavings explored");
        for (JsonNode scheme : schemes) {
            scheme.path("verdicts")
                    .properties()
                    .forEach(verdict -> assertThat(List.of("ok", "coherent")
                                    .contains(verdict.getValue().asText()))
                            .as(scheme.path("id") + " " + verdict)
                            .isEqualTo(
                                    scheme.path("trace").path(verdict.getKey()).isMissingNode()));
        }
    }

    @Test
    void measuresSchemesBesideTheControl() throws IOException {
        Requirements.longRun();
        String line = "schemes --measure --quiet --out out --rounds 1 --device ram:20us --scheme untracked,wilcox-2019";
        Commands.Outcome outcome = Commands.run(folder, Commands.pagetax(line.split(" ")));
        assertThat(outcome.exit()).as(outcome.err()).isZero();
        assertThat(outcome.out()).contains("read 4k, uncached, 1 thread, ram:20us");

        JsonNode rows = new ObjectMapper()
                .readTree(Files.readString(folder.resolve("out/scheme-costs.json")))
                .path("rows");
        assertThat(rows).hasSize(20).allSatisfy(row -> {
            boolean control = row.path("id").asText().equals("untracked");
            String cache = row.path("cell").path("cache").asText();
            boolean tracked = cache.equals("one-page") || cache.equals("cached");
            boolean hit = !control && cache.equals("cached");
            boolean beside = row.path("cell").path("rw").asText().equals("write-beside-adders");
            assertThat(row.path("nanos").asDouble())
                    .isBetween(hit ? 1.0 : 20_000.0, hit ? 20_000.0 : beside ? 1e9 : 1e6);
            assertThat(row.path("counts").path("deviceRequests").asInt()).isEqualTo(hit ? 0 : 1);
            assertThat(row.path("counts").path("lockRmws").asInt()).isEqualTo(control || tracked ? 0 : 2);
        });
        verify("wilcox-2019-empty", "S1", "20");
        assertThat(Files.readString(folder.resolve("out/schemes.html")))
                .as("the page of both")
                .contains("<summary>read 4k, uncached, 1 thread, ram:20us", "#wilcox-2019-empty.S1", "Dave Chinner");
    }

    /** So that what a scheme adds is visible: at most 60 ns on the null device, and nothing allocated. */
    @Test
    void controlIsNearlyFree() throws IOException {
        String line = "jmh.SchemeCost -f 1 -wi 2 -w 200ms -i 3 -r 200ms -foe true -rf json -rff cost.json -prof gc";
        Commands.Outcome outcome = Commands.run(folder, Commands.benchmarks(line.split(" ")));
        assertThat(outcome.exit()).as(outcome.out()).isZero();

        JsonNode all = new ObjectMapper().readTree(Files.readString(folder.resolve("cost.json")));
        assertThat(all).hasSize(2).allSatisfy(result -> {
            assertThat(result.path("primaryMetric")
                            .path("scorePercentiles")
                            .path("0.0")
                            .asDouble())
                    .isBetween(1.0, 60.0);
            assertThat(result.path("secondaryMetrics")
                            .path("gc.alloc.rate.norm")
                            .path("score")
                            .asDouble())
                    .isLessThan(1);
        });
    }

    @Test
    void saysWhatItDoesNotKnow() throws IOException {
        Commands.Outcome scheme = Commands.run(folder, Commands.pagetax("schemes", "--verify", "--scheme", "wilcox"));
        assertThat(scheme.exit()).isEqualTo(2);
        assertThat(scheme.err()).contains("--scheme: no scheme of that id: wilcox");

        Commands.Outcome scenario = Commands.run(folder, Commands.pagetax("schemes", "--verify", "--scenario", "S9"));
        assertThat(scenario.exit()).isEqualTo(2);
        assertThat(scenario.err()).contains("--scenario: no scenario of that id: S9");

        Commands.Outcome device =
                Commands.run(folder, Commands.pagetax("schemes", "--measure", "--device", "ram:soon"));
        assertThat(device.exit()).isEqualTo(2);
        assertThat(device.err()).contains("--device ram:soon: ");

        Files.writeString(Files.createDirectory(folder.resolve("taken")).resolve("schemes.json"), "[]");
        Commands.Outcome taken = Commands.run(folder, Commands.pagetax("schemes", "--verify", "--out", "taken"));
        assertThat(taken.exit()).isEqualTo(2);
        assertThat(taken.err()).contains("--out: taken/schemes.json is there, but not as 'pagetax schemes' leaves it");

        Commands.Outcome neither = Commands.run(folder, Commands.pagetax("schemes"));
        assertThat(neither.exit()).isEqualTo(2);
        assertThat(neither.err()).contains("--verify", "--measure");
    }
}
