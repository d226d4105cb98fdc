package io.pagetax.result;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs that never took place. */
public final class Runs {

    private static final long PAGES = 65_536;
    private static final Percentiles LATENCY = new Percentiles(
            123_456, 71_234, 80_123.456, 79_871L, 91_135L, 95_231L, 120_319L, 413_951L, null, null, 8_392_703, 0);
    private static final RowEvidence EVIDENCE = new RowEvidence(Map.of(
            "residentPagesBefore", 0L,
            "residentPagesAfter", 0L,
            "expectedPagesBefore", 0L,
            "filePages", PAGES,
            "requestedBytes", 505_675_776L,
            "deviceReadBytes", 505_675_776L,
            "deviceWriteBytes", 0L));

    private Runs() {}

    /** A run with nothing unusual about it but its rows. */
    public static Run of(List<Row> rows, List<Comparison> comparisons) {
        return new Run(
                Run.SCHEMA_VERSION,
                "host-20260101T000000Z",
                "2026-01-01T00:00:00Z",
                "2026-01-01T00:02:52.5Z",
                Run.COMPLETE,
                List.of("run", "--target", "disk=/srv"),
                42,
                new RunSettings(7, 400, 1000),
                Environments.some(),
                List.of(),
                calibration(10_103),
                rows,
                comparisons,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private static final Comparison COMPARISON = new Comparison(
            "some.ratio",
            "disk-randread-4k-buffered-uncached",
            "disk-randread-4k-mmap-cached",
            "disk-randread-4k-direct-uncached",
            new Estimate(1.25, 1.125, 1.5),
            7,
            new Estimate(20_001.4, 9_000.0, 41_000.0),
            new Estimate(2, 1.5, 2.5),
            new Estimate(-512.6, null, null),
            null,
            null,
            List.of("doubtful"));

    private static final BreakEven BREAK_EVEN = new BreakEven(
            "hybrid-cachestat",
            "disk-randread-4k-direct-uncached",
            List.of("disk-randread-4k-hybrid-cachestat-uncached", "disk-randread-4k-hybrid-cachestat-cached"),
            new Estimate(0.125, 0.1, 0.2),
            new Estimate(0.15, null, null),
            7);

    private static final DeviceLatency ELSEWHERE = new DeviceLatency(
            "some.ratio",
            "disk-randread-4k-buffered-uncached",
            "disk-randread-4k-direct-uncached",
            10_000,
            new Estimate(1.5, 1.25, 1.75),
            true);

    private static final ProbedTarget PROBED = new ProbedTarget(
            "disk",
            "ext4",
            "6.18.0",
            "rw,relatime",
            List.of(new ProbeAnswer(
                    "o-dsync",
                    "supported:126",
                    "126 us, the median of 16",
                    "What does it cost?",
                    "It works.",
                    "open(2)")));

    /** A run with one row of every kind, a warning, and characters that a page must escape. */
    public static Run ofEveryKind() {
        Row direct = verified("disk-randread-4k-direct-uncached", "direct", 80_000);
        Row refuted = refuted("disk-randread-4k-buffered-uncached", "buffered", "17 pages resident, 0 expected");
        Row absent = new Row(
                "disk-randread-4k-dontcache-uncached",
                "disk",
                params("dontcache"),
                0,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                "unverifiable",
                List.of("unsupported here: preadv2(/srv/data): EOPNOTSUPP"),
                List.of(),
                null,
                List.of(),
                "preadv2(/srv/data): EOPNOTSUPP",
                null);
        Run run = of(List.of(direct, refuted, absent), List.of(COMPARISON));
        return Records.with(
                run,
                Map.of(
                        "status",
                        Run.PARTIAL,
                        "command",
                        List.of("run", "--target", "disk=/srv/<script>alert(1)</script>"),
                        "environmentChanges",
                        List.of(new EnvironmentChange("governor", null, "powersave")),
                        "breakEvens",
                        List.of(BREAK_EVEN),
                        "deviceLatencies",
                        List.of(ELSEWHERE),
                        "probes",
                        List.of(PROBED),
                        "sources",
                        List.of(),
                        "warnings",
                        List.of("only 3 of 7 rounds fit & \"that\" is <b>all</b>")));
    }

    /** The same run elsewhere. */
    public static Run in(Run run, Environment environment) {
        return in(run, environment, run.settings().rounds(), run.seed());
    }

    /** The same run elsewhere, with other rounds in another order. */
    public static Run in(Run run, Environment environment, int rounds, long seed) {
        return Records.with(
                run,
                Map.of(
                        "seed",
                        seed,
                        "settings",
                        new RunSettings(
                                rounds,
                                run.settings().warmupMs(),
                                run.settings().runtimeMs()),
                        "environment",
                        environment));
    }

    /** A random uncached read that was measured in seven rounds. */
    public static Row verified(String id, String path, double nsPerOp) {
        return measured(id, path, nsPerOp, "verified", List.of());
    }

    /** A random uncached read that was something else. */
    public static Row refuted(String id, String path, String reason) {
        return measured(id, path, 1234.5, "refuted", List.of(reason));
    }

    /** The same row, issued in another way. */
    public static Row issued(Row row, String ioengine, @Nullable String binding, int iodepth) {
        Params bound = Records.with(row.params(), "binding", binding);
        return Records.with(row, "params", Records.with(bound, Map.of("ioengine", ioengine, "iodepth", iodepth)));
    }

    /** A row whose hits and misses were told apart: a quarter of its operations are hits, or all if there are no misses. */
    public static Row told(String id, boolean misses) {
        Row row = verified(id, "buffered", 6_000);
        Percentiles hits =
                new Percentiles(41_152, 1_234, 3_217.5, 3_009L, 3_991L, 4_447L, 6_231L, 21_023L, null, null, 81_919, 0);
        Params params = Records.with(row.params(), Map.of("cache", "mixed:25", "hits", "cachestat"));
        Row told = Records.with(row, Map.of("params", params, "hitNs", hits, "hitRatio", misses ? 0.25 : 1.0));
        return Records.with(told, "missNs", misses ? LATENCY : null);
    }

    /** The same row with warnings. */
    public static Row warned(Row row, List<String> warnings) {
        return Records.with(row, "warnings", warnings);
    }

    /** The same row with another rate. */
    public static Row rated(Row row, Estimate iops) {
        return Records.with(row, "iops", iops);
    }

    private static Row measured(String id, String path, double nsPerOp, String verdict, List<String> reasons) {
        double iops = 1e9 / nsPerOp;
        return new Row(
                id,
                "disk",
                params(path),
                7,
                new Estimate(iops, iops * 0.96875, iops * 1.03125),
                new Estimate(nsPerOp, nsPerOp * 0.96875, nsPerOp * 1.03125),
                LATENCY,
                null,
                null,
                null,
                EVIDENCE,
                verdict,
                reasons,
                List.of(),
                true,
                List.of(),
                null,
                id + ".hgrm");
    }

    private static Params params(String path) {
        return new Params(
                "randread",
                4096,
                path,
                "uncached",
                "psync",
                "jna",
                1,
                1,
                null,
                256 << 20,
                "random",
                readahead(path),
                null,
                null,
                null);
    }

    private static String readahead(String path) {
        return path.equals("direct") ? "none" : "off";
    }

    /** Of a harness that shows 10 µs as {@code seenNs}. */
    public static Calibration calibration(long seenNs) {
        boolean verified = seenNs < 10_600;
        return new Calibration(
                new Calibration.Harness(
                        42.75, new Percentiles(7_000_000, 30, 42.5, 40L, 50L, 50L, 51L, 80L, 301L, null, 225_535, 0)),
                new Calibration.KnownDelay(
                        10_000,
                        200_000,
                        20,
                        525,
                        14_976,
                        14_976,
                        seenNs,
                        200_191L,
                        verified ? Calibration.VERIFIED : Calibration.REFUTED,
                        verified ? List.of() : List.of("a known delay of 10000 ns is shown as " + seenNs + " ns")),
                new Calibration.Clock(20.75, 20));
    }
}
