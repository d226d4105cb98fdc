package io.pagetax.scheme;

import static org.assertj.core.api.Assertions.assertThat;

import io.pagetax.scheme.model.Tally;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a transfer costs in each scheme, exactly: these counts carry over to a kernel. */
class SchemeCountsTest {

    private static final int INDEX = 70;

    /** Locks of the file, own lines, lock of the index, nodes, entries, copies, device requests. */
    private static String counts(Tally tally) {
        return String.join(
                "/",
                Long.toString(tally.lockRmws()),
                Long.toString(tally.ownStores()),
                Long.toString(tally.treeLocks()),
                Long.toString(tally.nodes()),
                Long.toString(tally.entries()),
                Long.toString(tally.copies()),
                Long.toString(tally.deviceReads() + tally.deviceWrites()));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # scheme,                  read of 1,     write of 1,    read of 32,         write of 32
            UNTRACKED,                 0/0/0/0/0/0/1, 0/0/0/0/0/0/1, 0/0/0/0/0/0/1,      0/0/0/0/0/0/1
            HELLWIG_2020,              4/0/0/0/0/0/1, 4/0/0/0/0/0/1, 4/0/0/0/0/0/1,      4/0/0/0/0/0/1
            CHINNER_2015,              4/0/0/0/0/0/1, 4/0/0/0/0/0/1, 4/0/0/0/0/0/1,      4/0/0/0/0/0/1
            KARA_2021,                 4/0/0/0/0/0/1, 4/0/0/0/0/0/1, 4/0/0/0/0/0/1,      4/0/0/0/0/0/1
            MASON_2006_PAGES,          0/0/2/2/1/0/1, 0/0/2/2/1/0/1, 0/0/64/2/32/0/1,    0/0/64/2/32/0/1
            MASON_2006_RANGES,         0/0/2/2/1/0/1, 0/0/2/2/1/0/1, 0/0/2/2/1/0/1,      0/0/2/2/1/0/1
            LUTOMIRSKI_2019,           0/0/2/2/1/0/1, 0/0/2/2/1/0/1, 0/0/64/2/32/0/1,    0/0/64/2/32/0/1
            WILCOX_2019,               2/0/0/0/0/0/1, 2/0/0/0/0/0/1, 2/0/0/0/0/0/1,      2/0/0/0/0/0/1
            MANANA_2021,               6/0/0/1/0/0/1, 6/0/0/1/0/0/1, 6/0/0/1/0/0/1,      6/0/0/1/0/0/1
            OVERSTREET_2018,           4/0/0/0/0/0/1, 6/0/0/0/0/0/1, 4/0/0/0/0/0/1,      6/0/0/0/0/0/1
            OVERSTREET_2023,           2/0/0/0/0/0/1, 6/0/0/0/0/0/1, 2/0/0/0/0/0/1,      6/0/0/0/0/0/1
            AXBOE_2019,                2/0/0/0/0/1/1, 2/0/5/2/1/1/1, 64/0/0/0/0/32/32,   2/0/160/2/32/32/32
            PAGETAX_2026,              0/2/0/0/0/0/1, 0/2/0/0/0/0/1, 0/2/0/0/0/0/1,      0/2/0/0/0/0/1
            """)
    void ofAFileThatIsNotCached(Schemes type, String read, String write, String longRead, String longWrite) {
        Machine machine = new Machine(type);
        assertThat(counts(read(machine, 1))).as("read").isEqualTo(read);
        assertThat(counts(write(machine, 1))).as("write").isEqualTo(write);
        assertThat(counts(read(machine, 32))).as("long read").isEqualTo(longRead);
        assertThat(counts(write(machine, 32))).as("long write").isEqualTo(longWrite);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # scheme,                  read,          write
            UNTRACKED,                 0/0/0/0/0/0/1, 0/0/0/0/0/0/1
            HELLWIG_2020,              4/0/0/0/0/0/1, 4/0/0/0/0/0/1
            MASON_2006_RANGES,         0/0/2/1/1/0/1, 0/0/2/1/1/0/1
            LUTOMIRSKI_2019,           0/0/2/1/1/0/1, 0/0/2/1/1/0/1
            WILCOX_2019,               0/0/2/1/1/0/1, 0/0/2/1/1/0/1
            OVERSTREET_2018,           4/0/0/0/0/0/1, 6/0/0/0/0/0/1
            PAGETAX_2026,              0/2/0/0/0/0/1, 0/2/2/1/1/0/1
            """)
    void ofAFileOfWhichOnePageElsewhereIsCached(Schemes type, String read, String write) {
        Machine machine = new Machine(type);
        machine.scheme.bufferedRead(machine.task, machine.read(0, 0, 1));
        machine.scheme.bufferedRead(machine.task, machine.read(0, 200, 1));
        assertThat(counts(read(machine, 1))).as("read").isEqualTo(read);
        assertThat(counts(write(machine, 1))).as("write").isEqualTo(write);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # scheme,                  read,          write
            HELLWIG_2020,              4/0/0/0/0/0/1, 4/0/1/0/0/0/1
            LUTOMIRSKI_2019,           0/0/0/0/0/1/0, 2/0/3/0/0/1/1
            PAGETAX_2026,              0/2/0/0/0/0/1, 0/2/3/0/0/1/1
            AXBOE_2024,                0/0/0/0/0/1/0, 2/0/3/0/0/1/1
            """)
    void ofAPageThatIsCached(Schemes type, String read, String write) {
        Machine machine = new Machine(type);
        machine.scheme.bufferedRead(machine.task, machine.read(0, INDEX, 1));
        assertThat(counts(read(machine, 1))).as("read").isEqualTo(read);
        machine.scheme.bufferedRead(machine.task, machine.read(0, INDEX, 1));
        assertThat(counts(write(machine, 1))).as("write").isEqualTo(write);
    }

    private static Tally read(Machine machine, int pages) {
        Tally before = machine.task.counts().tally();
        machine.scheme.directRead(machine.task, machine.read(0, INDEX, pages));
        return machine.task.counts().tally().since(before);
    }

    private static Tally write(Machine machine, int pages) {
        Tally before = machine.task.counts().tally();
        machine.scheme.directWrite(machine.task, machine.write(0, INDEX, pages, 1));
        return machine.task.counts().tally().since(before);
    }
}
