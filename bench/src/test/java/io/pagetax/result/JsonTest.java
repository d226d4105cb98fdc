package io.pagetax.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pagetax.Locales;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class JsonTest {

    private static final JsonMapper MAPPER = new JsonMapper();

    @TempDir
    Path folder;

    /** Words that may be added to, but neither renamed nor dropped: others read them. */
    @ParameterizedTest
    @CsvSource({
        "'', schemaVersion id startedAt endedAt status command seed settings environment calibration rows comparisons warnings",
        "/settings, rounds warmupMs runtimeMs",
        "/environment, pagetax kernel distribution cpu cores memoryBytes jdk binding governor mitigations thp targets",
        "/environment/targets/0, name path choice filesystem mountOptions device deviceModel scheduler rotational"
                + " logicalBlockSize dioMemAlign dioOffsetAlign backing",
        "/calibration, harness delay clock",
        "/calibration/harness, nsPerOp latencyNs",
        "/calibration/delay, usualNs slowNs slowEvery allowanceNs issued recorded usualSeenNs slowSeenNs verdict reasons",
        "/calibration/clock, nsPerCall stepNs",
        "/rows/0, id target params samples iops nsPerOp latencyNs hitNs missNs hitRatio evidence verdict reasons warnings steady failures"
                + " unsupported histogram",
        "/rows/0/params, rw bs path cache ioengine binding iodepth numjobs rate_iops size random_distribution readahead"
                + " hits",
        "/rows/0/iops, median lo95 hi95",
        "/rows/0/nsPerOp, median lo95 hi95",
        "/rows/0/latencyNs, count min mean p50 p90 p95 p99 p99_9 p99_99 p99_999 max overflow",
        "/rows/0/evidence, residentPagesBefore residentPagesAfter expectedPagesBefore filePages requestedBytes"
                + " deviceReadBytes deviceWriteBytes minorFaults majorFaults userNsPerOp systemNsPerOp"
                + " contextSwitchesPerOp errors",
        "/comparisons/0, name numerator denominator ratio rounds",
        "/comparisons/0/ratio, median lo95 hi95"
    })
    void namesItsPartsAsPromised(String part, String keys) throws IOException {
        Set<String> found = new TreeSet<>();
        tree(Runs.ofEveryKind()).at(part).fieldNames().forEachRemaining(found::add);
        assertThat(found).containsExactlyInAnyOrder(keys.split(" "));
    }

    @Test
    void givesNullForWhatCouldNotBeHad() throws IOException {
        JsonNode run = tree(Runs.ofEveryKind());
        assertThat(List.of(
                        run.at("/rows/0/latencyNs/p99_99"),
                        run.at("/rows/0/evidence/minorFaults"),
                        run.at("/rows/0/params/rate_iops"),
                        run.at("/rows/0/params/hits"),
                        run.at("/rows/0/hitNs"),
                        run.at("/rows/0/hitRatio"),
                        run.at("/rows/2/iops"),
                        run.at("/rows/2/evidence"),
                        run.at("/environment/governor"),
                        run.at("/environment/targets/0/backing")))
                .allMatch(JsonNode::isNull);
    }

    @Test
    void readsBackWhatItWrote() throws IOException {
        Run run = Runs.ofEveryKind();
        assertThat(read(Json.document(run))).isEqualTo(run);
    }

    @Test
    void writesWhatItReadByteForByte() throws IOException {
        String document = Json.document(Runs.ofEveryKind());
        assertThat(Json.document(read(document))).isEqualTo(document);
    }

    @Test
    void ignoresFieldsOfLaterVersionsWhenReading() throws IOException {
        Run run = Runs.ofEveryKind();
        ObjectNode later = (ObjectNode) tree(run);
        later.put("weather", "fair");
        ((ObjectNode) later.at("/rows/0")).putObject("openLoop").put("asked", 7);
        ((ObjectNode) later.at("/environment")).put("virtualisation", "none");
        assertThat(read(later.toString())).isEqualTo(run);
    }

    @ParameterizedTest
    @MethodSource("io.pagetax.Locales#all")
    void isTheSameInEveryLocale(Locale locale) throws Exception {
        String expected = Json.document(Runs.ofEveryKind());
        assertThat(Locales.in(locale, () -> Json.document(Runs.ofEveryKind()))).isEqualTo(expected);
        assertThat(expected).contains("80123.456");
    }

    @Test
    void endsItsDocumentWithALineBreak() {
        assertThat(Json.document(Runs.of(List.of(), List.of()))).startsWith("{").endsWith("}\n");
    }

    @Test
    void failsOnAFileThatIsNoRunRecord() throws IOException {
        Path file = Files.writeString(folder.resolve("run.json"), "{\"id\":");
        assertThatThrownBy(() -> Json.read(file)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> Json.read(folder.resolve("absent.json"))).isInstanceOf(IOException.class);
    }

    private Run read(String document) throws IOException {
        return Json.read(Files.writeString(folder.resolve("run.json"), document, StandardCharsets.UTF_8));
    }

    private static JsonNode tree(Run run) throws IOException {
        return MAPPER.readTree(Json.document(run));
    }
}
