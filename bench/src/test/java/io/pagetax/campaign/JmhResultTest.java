package io.pagetax.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.pagetax.Results;
import java.io.IOException;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openjdk.jmh.annotations.Mode;

/** What those programs look for that read JMH's result files: visualizers, and actions that watch for regressions. */
class JmhResultTest {

    private static final JsonMapper MAPPER = new JsonMapper();

    @ParameterizedTest
    @ValueSource(strings = {"quick-ext4-virtio", "quick-xfs-zram"})
    void hasWhatItsReadersLookFor(String run) throws IOException {
        JsonNode results = MAPPER.readTree(Results.run(run).resolve("jmh.json").toFile());
        assertThat(results).isNotEmpty().allSatisfy(result -> {
            assertThat(result.path("benchmark").asText()).matches("([a-z_]+\\.)+[A-Z]\\w+\\.\\w+");
            assertThat(Mode.deepValueOf(result.path("mode").asText())).isEqualTo(Mode.Throughput);
            assertThat(result.path("threads").isInt()).isTrue();
            assertThat(result.path("forks").isInt()).isTrue();
            assertThat(result.path("measurementIterations").isInt()).isTrue();
            assertThat(result.path("params")).isNotEmpty().allMatch(JsonNode::isTextual);
            assertMetric(result.path("primaryMetric"));
            assertThat(result.at("/primaryMetric/scoreUnit").asText()).isEqualTo("ops/s");
            assertThat(result.path("secondaryMetrics")).isNotEmpty().allSatisfy(JmhResultTest::assertMetric);
        });
        assertThat(StreamSupport.stream(results.spliterator(), false)
                        .map(result -> result.path("benchmark").asText() + result.path("params")))
                .as("the names that readers give to results")
                .doesNotHaveDuplicates();
    }

    /** JMH writes what is no number as a text. */
    private static void assertMetric(JsonNode metric) {
        assertThat(metric.path("score").isNumber()).isTrue();
        assertThat(isNumberOrNan(metric.path("scoreError"))).isTrue();
        assertThat(metric.path("scoreConfidence")).hasSize(2).allMatch(JmhResultTest::isNumberOrNan);
        assertThat(metric.path("scorePercentiles").path("50.0").isNumber()).isTrue();
        assertThat(metric.path("scorePercentiles")).allMatch(JsonNode::isNumber);
        assertThat(metric.path("scoreUnit").asText()).isNotEmpty();
        assertThat(metric.path("rawData"))
                .isNotEmpty()
                .allSatisfy(fork -> assertThat(fork).isNotEmpty().allMatch(JsonNode::isNumber));
    }

    private static boolean isNumberOrNan(JsonNode value) {
        return value.isNumber() || value.asText().equals("NaN");
    }
}
