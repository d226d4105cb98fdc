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
import java.util.Optional;
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
        "'', schemaVersion id startedAt endedAt status command seed settings environment environmentChanges calibration rows comparisons breakEvens deviceLatencies probes sources warnings",
        "/settings, rounds warmupMs runtimeMs",
        "/environment, pagetax kernel distribution cpu cores memoryBytes jdk binding governor mitigations thp machine"
                + " processor memory limits jvm targets unknown",
        "/environment/targets/0, name path choice filesystem mountOptions device deviceModel scheduler rotational"
                + " logicalBlockSize dioMemAlign dioOffsetAlign backing dioReadOffsetAlign atomicWriteMinBytes"
                + " atomicWriteMaxBytes stack volume dataFile disks unknown",
        "/environment/machine, architecture vendor model virtualisation container kernelCommandLine clockSource clockSources",
        "/environment/processor, sockets physicalCores logicalProcessors smt numaNodes allowedProcessors allowedNumaNodes"
                + " frequency idle",
        "/environment/processor/frequency, driver governors minMhz maxMhz turbo",
        "/environment/processor/idle, driver states disabledStates maxState",
        "/environment/memory, availableBytes swapTotalBytes swapFreeBytes swappiness dirtyRatioPercent"
                + " dirtyBackgroundRatioPercent dirtyLimitBytes dirtyBackgroundLimitBytes dirtyExpireNanos"
                + " dirtyWritebackNanos thpDefrag hugePages hugePageBytes",
        "/environment/limits, memoryLimitBytes memoryUsageBytes cpuQuota openFiles lockedMemoryBytes ioUringDisabled",
        "/environment/jvm, name vendor version forkFlags flags collectors maxHeapBytes",
        "/environment/targets/0/volume, blockSizeBytes sizeBytes freeBytes fillPercent dataChecksums copyOnWrite"
                + " compression journalMode",
        "/environment/targets/0/dataFile, sizeBytes allocatedBytes extents holeBytes unwrittenBytes",
        "/environment/targets/0/disks/0, name model firmware capacityBytes transport backing rotational logicalBlockBytes"
                + " physicalBlockBytes optimalIoBytes maxIoBytes scheduler nrRequests readAheadBytes nomerges"
                + " wbtLatencyNanos writeCache fua temperatureCelsius",
        "/environmentChanges/0, what before after",
        "/calibration, harness delay clock",
        "/calibration/harness, nsPerOp latencyNs",
        "/calibration/delay, usualNs slowNs slowEvery allowanceNs issued recorded usualSeenNs slowSeenNs verdict reasons",
        "/calibration/clock, nsPerCall stepNs",
        "/rows/0, id target params samples iops nsPerOp latencyNs hitNs missNs hitRatio evidence verdict reasons warnings steady failures"
                + " unsupported histogram",
        "/rows/0/params, rw bs path cache ioengine binding iodepth numjobs rate_iops size random_distribution readahead"
                + " hits blocks beside",
        "/rows/0/iops, median lo95 hi95",
        "/rows/0/nsPerOp, median lo95 hi95",
        "/rows/0/latencyNs, count min mean p50 p90 p95 p99 p99_9 p99_99 p99_999 max overflow",
        "/rows/0/evidence, residentPagesBefore residentPagesAfter expectedPagesBefore filePages requestedBytes"
                + " deviceReadBytes deviceWriteBytes minorFaults majorFaults userNsPerOp systemNsPerOp"
                + " contextSwitchesPerOp errors",
        "/comparisons/0, name numerator subtracted denominator ratio rounds differenceNs cpuRatio cpuDifferenceNs significant"
                + " adjustedP warnings",
        "/comparisons/0/ratio, median lo95 hi95",
        "/breakEvens/0, path direct rows measured predicted rounds",
        "/deviceLatencies/0, name numerator denominator latencyNs ratio extrapolated",
        "/probes/0, name filesystem kernel mountOptions probes",
        "/probes/0/probes/0, id answer detail question meaning source"
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
    void readsFilesThatWereWrittenBeforeTheyHadAllParts() throws IOException {
        ObjectNode older = (ObjectNode) tree(Runs.ofEveryKind());
        older.remove("environmentChanges");
        ((ObjectNode) older.at("/environment"))
                .remove(List.of("machine", "processor", "memory", "limits", "jvm", "unknown"));
        ((ObjectNode) older.at("/environment/targets/0")).remove(List.of("stack", "volume", "disks", "unknown"));
        ((ObjectNode) older.at("/comparisons/0")).remove(List.of("significant", "adjustedP", "warnings"));

        Run run = read(older.toString());

        assertThat(run.environmentChanges()).isEmpty();
        assertThat(run.environment().kernel()).isEqualTo("6.18.0");
        assertThat(run.environment().processor().frequency().turbo()).isNull();
        assertThat(run.environment().targets().get(0).disks()).isEmpty();
        assertThat(run.comparisons().get(0).significant()).isNull();
        assertThat(run.comparisons().get(0).warnings()).isEmpty();
    }

    @Test
    void changesEveryTextAndNothingElse() {
        Run run = Runs.ofEveryKind();

        Run changed =
                Json.mapTexts(run, Run.class, (text, key) -> key.equals("id") ? text : text.toUpperCase(Locale.ROOT));

        assertThat(changed.id()).isEqualTo(run.id());
        assertThat(changed.command()).contains("RUN", "--TARGET");
        assertThat(changed.environment().targets().get(0).disks().get(0).model())
                .isEqualTo("SOME DISK");
        assertThat(changed.rows().get(0).latencyNs())
                .isEqualTo(run.rows().get(0).latencyNs());
        assertThat(changed.seed()).isEqualTo(run.seed());
    }

    @Test
    void namesFactsByTheKeysAndNamesThatLeadToThem() {
        assertThat(Json.flat(Environments.some()))
                .containsEntry("targets.disk.disks.nvme0n1.nrRequests", Optional.of("1023"))
                .containsEntry("jvm.forkFlags.0", Optional.of("-Xmx1g"))
                .containsEntry("governor", Optional.empty());
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
