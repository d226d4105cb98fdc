package io.pagetax.report;

import io.pagetax.result.SchemeCostCell;
import io.pagetax.result.SchemeCosts;
import io.pagetax.result.SchemeMatrix;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What was said in public about direct I/O and the page cache, beside what was found about it: no more than verdicts and
 * figures, which the reader judges.
 *
 * @param said in our words
 * @param message id of the message
 */
record ThreadView(String who, String when, String message, String said, List<Fact> facts) {

    /**
     * What was found.
     *
     * @param anchor of the interleaving that shows it, empty if there is none to see
     */
    record Fact(String text, String anchor) {

        boolean hasAnchor() {
            return !anchor.isEmpty();
        }
    }

    private static final List<String> MEMORY_IS_A_MAPPING =
            List.of("S1", "S2", "S3", "S3-apart", "S3w", "S4=", "S4\u2260");
    private static final List<String> COHERENCE = List.of("C1", "C2", "C3", "C4");
    private static final List<String> TRACKING = List.of(
            "mason-2006-pages",
            "mason-2006-ranges",
            "lutomirski-2019",
            "wilcox-2019-empty",
            "wilcox-2019-cached",
            "chinner-2015");
    private static final List<String> PINNING = List.of(
            "torvalds-2019",
            "lutomirski-2019-pinned",
            "mason-2006-ranges-pinned",
            "pagetax-2026-empty",
            "pagetax-2026-cached");
    private static final String WILCOX_WROTE = "10 January 2019";
    private static final String WILCOX_MESSAGE = "20190110144711.GV6310@bombadil.infradead.org";
    private static final String NULL = "null";
    private static final String ONE = "one";

    /** In the order in which it was said; without what nothing was found about. */
    static List<ThreadView> of(SchemeMatrix matrix, SchemeCosts costs) {
        Found found = new Found(matrix, costs);
        return Stream.of(
                        lutomirski(found),
                        overstreet(found),
                        wilcox(found),
                        torvalds(found),
                        chinner(found),
                        kara(found))
                .filter(claim -> !claim.facts.isEmpty())
                .toList();
    }

    private static ThreadView lutomirski(Found found) {
        return new ThreadView(
                "Andy Lutomirski",
                "9 January 2019",
                "CALCETrWxwaBUYMg=aLySJByMgXzuzV4gHS0n6O6Oet2Jm6SAbw@mail.gmail.com",
                "Direct I/O could use the page cache, with a record of what it has under way, instead of fighting it.",
                found.verdicts(List.of("lutomirski-2019"), COHERENCE)
                        .costs(List.of("lutomirski-2019", "hellwig-2020"), "4k", "uncached", "cached")
                        .facts());
    }

    private static ThreadView overstreet(Found found) {
        List<String> trackers = List.of("lutomirski-2019", "mason-2006-ranges", "pagetax-2026");
        return new ThreadView(
                "Kent Overstreet, passed on by Matthew Wilcox",
                WILCOX_WROTE,
                WILCOX_MESSAGE,
                "Tracking direct I/O in the cache suits files that are used both ways; for those that are wholly uncached it is "
                        + "inefficient.",
                found.costs(trackers, "4k", "uncached")
                        .costs(trackers, "128k", "uncached")
                        .facts());
    }

    private static ThreadView wilcox(Found found) {
        List<String> own = List.of("wilcox-2019");
        return new ThreadView(
                "Matthew Wilcox",
                WILCOX_WROTE,
                WILCOX_MESSAGE,
                "A lock will do while nothing of the file is cached, an entry for each index otherwise.",
                found.costs(own, "4k", "uncached", "one-page")
                        .costs(own, "128k", "uncached", "one-page")
                        .facts());
    }

    private static ThreadView torvalds(Found found) {
        return new ThreadView(
                "Linus Torvalds",
                "10 January 2019",
                "CAHk-=wheEc=K19yJjr4_rkNVxVmyxmbeOoDpwiuNUHZsR-BFBw@mail.gmail.com",
                "Pin the memory with faults disabled, and go through the cache where that fails.",
                found.worst(PINNING, MEMORY_IS_A_MAPPING).facts());
    }

    private static ThreadView chinner(Found found) {
        return new ThreadView(
                "Dave Chinner",
                "11 January 2019",
                "20190110214427.GK27534@dastard",
                "Such schemes deadlock when the buffer is a mapping of the same file; two locks, of which a fault takes only one, "
                        + "do not.",
                found.worst(TRACKING, MEMORY_IS_A_MAPPING).facts());
    }

    private static ThreadView kara(Found found) {
        return new ThreadView(
                "Jan Kara",
                "19 December 2019",
                "20191219113620.GB24349@quack2.suse.cz",
                "A lock that keeps pages from being added deadlocks when two writes cross, and lets those who add starve those who "
                        + "write.",
                found.verdicts(List.of("overstreet-2018", "overstreet-2023"), List.of("S3w"))
                        .besideAdders(List.of("overstreet-2018", "overstreet-2023", "hellwig-2020", "pagetax-2026"))
                        .facts());
    }

    /** Collects facts. */
    private static final class Found {

        private final SchemeMatrix matrix;
        private final SchemeCosts costs;
        private List<Fact> facts = new ArrayList<>();

        Found(SchemeMatrix matrix, SchemeCosts costs) {
            this.matrix = matrix;
            this.costs = costs;
        }

        /** What was collected since the last call. */
        List<Fact> facts() {
            List<Fact> collected = facts;
            facts = new ArrayList<>();
            return List.copyOf(collected);
        }

        /** Each of them. */
        Found verdicts(List<String> schemes, List<String> scenarios) {
            for (String scheme : schemes) {
                for (String scenario : scenarios) {
                    matrix.verdict(scheme, scenario)
                            .ifPresent(verdict -> facts.add(
                                    new Fact(scheme + ", " + scenario + ": " + verdict, anchor(scheme, scenario))));
                }
            }
            return this;
        }

        /** Of each scheme those that are bad, or that there are none. */
        Found worst(List<String> schemes, List<String> scenarios) {
            for (String scheme : schemes) {
                List<String> explored = scenarios.stream()
                        .filter(scenario -> matrix.verdict(scheme, scenario).isPresent())
                        .toList();
                List<String> bad = explored.stream()
                        .filter(scenario -> !anchor(scheme, scenario).isEmpty())
                        .toList();
                if (bad.isEmpty() && !explored.isEmpty()) {
                    facts.add(new Fact(scheme + ": ok in " + String.join(", ", explored), ""));
                }
                verdicts(List.of(scheme), bad);
            }
            return this;
        }

        private String anchor(String scheme, String scenario) {
            return matrix.schemes().stream()
                            .anyMatch(one ->
                                    one.id().equals(scheme) && one.trace().containsKey(scenario))
                    ? scheme + "." + scenario
                    : "";
        }

        /** Of reads by one thread on the device that moves nothing. */
        Found costs(List<String> schemes, String bs, String... states) {
            for (String scheme : schemes) {
                for (String state : states) {
                    cost(scheme, new SchemeCostCell("read", NULL, state, bs, 1, ONE));
                }
            }
            return this;
        }

        Found besideAdders(List<String> schemes) {
            costs.cells().stream()
                    .filter(cell -> cell.rw().equals(SchemeCostCell.WRITE_BESIDE_ADDERS))
                    .forEach(cell -> schemes.forEach(scheme -> cost(scheme, cell)));
            return this;
        }

        private void cost(String scheme, SchemeCostCell cell) {
            costs.row(scheme, cell)
                    .ifPresent(row -> facts.add(new Fact(
                            String.format(
                                    Locale.ROOT,
                                    "%s, %s: %s, %.2f times the control",
                                    scheme,
                                    cell.id(),
                                    Units.nanos(row.nanos()),
                                    row.timesControl()),
                            "")));
        }
    }
}
