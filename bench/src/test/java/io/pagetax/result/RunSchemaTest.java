package io.pagetax.result;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pagetax.Golden;
import io.pagetax.Results;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RunSchemaTest {

    private static final Path FILE = Path.of("src", "main", "resources", "io", "pagetax", "result", "run.schema.json");
    private static final JsonMapper MAPPER = new JsonMapper();

    @Test
    void isThatOfTheRecords() throws IOException {
        Golden.assertSame(RunSchema.document(), FILE);
    }

    @Test
    void saysUnitsAndWhatNullMeans() throws IOException {
        JsonNode schema = MAPPER.readTree(RunSchema.document());
        assertThat(schema.at("/$schema").asText()).isEqualTo("https://json-schema.org/draft/2020-12/schema");
        assertThat(schema.at("/description").asText()).contains("nanoseconds", "bytes", "per second", "null");
        assertThat(schema.at("/$defs/Percentiles/properties/p50/description").asText())
                .contains("nanoseconds");
        assertThat(schema.at("/$defs/Params/properties/bs/description").asText())
                .contains("bytes");
        assertThat(schema.at("/properties/schemaVersion/const").asInt()).isEqualTo(1);
    }

    static List<Run> runs() {
        return List.of(
                Runs.ofEveryKind(),
                Runs.of(List.of(), List.of()),
                Runs.of(List.of(Runs.told("t", true), Runs.told("u", false)), List.of()),
                HostileRuns.ofEveryKind(""));
    }

    @ParameterizedTest
    @MethodSource("runs")
    void fitsWhatIsWritten(Run run) throws IOException {
        assertThat(RunRecordCheck.violations(Json.document(run))).isEmpty();
    }

    static List<Path> files() throws IOException {
        return Stream.concat(
                        Results.runs().stream().map(folder -> folder.resolve(RunFiles.RECORD)),
                        Stream.of(Path.of("src", "test", "resources", "run-v1-oldest.json")))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("files")
    void fitsWhatOlderVersionsWrote(Path record) throws IOException {
        RunRecordCheck.assertValid(record);
    }

    @Test
    void letsPassWhatLaterVersionsAdd() throws IOException {
        ObjectNode later = tree();
        later.put("weather", "fair");
        ((ObjectNode) later.at("/rows/0")).putObject("openLoop").put("asked", 7);
        ((ObjectNode) later.at("/rows/0/evidence")).put("somethingElse", 7.5);
        assertThat(RunRecordCheck.violations(later.toString())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'', schemaVersion, 2",
        "'', rows, null",
        "'', id, 7",
        "/rows/0, verdict, null",
        "/rows/0/iops, median, null",
        "/rows/0/latencyNs, count, \"many\"",
        "/rows/0/params, bs, 4096.5",
        "/rows/0/evidence, errors, \"none\"",
        "/environment/targets/0, path, null"
    })
    void refusesWhatWouldBreakAReader(String part, String key, String value) throws IOException {
        ObjectNode wrong = tree();
        ((ObjectNode) wrong.at(part)).set(key, MAPPER.readTree(value));
        assertThat(RunRecordCheck.violations(wrong.toString()))
                .anyMatch(violation -> violation
                        .getMessage()
                        .startsWith("$" + part.replaceAll("/([0-9]+)", "[$1]").replace('/', '.') + "." + key + ": "));
        ((ObjectNode) wrong.at(part)).remove(key);
        assertThat(RunRecordCheck.violations(wrong.toString()))
                .anyMatch(violation -> violation.getMessage().contains("required property '" + key + "' not found"));
    }

    private static ObjectNode tree() throws IOException {
        return (ObjectNode) MAPPER.readTree(Json.document(Runs.ofEveryKind()));
    }
}
