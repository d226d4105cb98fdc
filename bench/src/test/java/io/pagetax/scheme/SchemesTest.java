package io.pagetax.scheme;

import static org.assertj.core.api.Assertions.assertThat;

import io.pagetax.scheme.model.MappedBuffer;
import io.pagetax.scheme.model.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** What every scheme has to do when nobody else is there. */
class SchemesTest {

    private static final int PAGES = 40;

    @Test
    void haveIdsOfTheirOwn() {
        assertThat(Schemes.values())
                .extracting(Schemes::id)
                .doesNotHaveDuplicates()
                .allMatch(id -> id.equals("untracked") || id.matches("[a-z]+-20[0-9]{2}(-[a-z0-9]+)*"));
    }

    @ParameterizedTest
    @EnumSource(Schemes.class)
    void transfersReachTheDeviceAndComeBack(Schemes type) {
        Machine machine = new Machine(type);
        assertThat(machine.scheme.directRead(machine.task, machine.read(0, 3, PAGES)))
                .isEqualTo(PAGES);
        assertThat(machine.word(0)).isEqualTo(Machine.first(3));
        assertThat(machine.word(PAGES - 1)).isEqualTo(Machine.first(3 + PAGES - 1));
        assertThat(machine.scheme.directWrite(machine.task, machine.write(100, 10, PAGES, 5000)))
                .isEqualTo(PAGES);
        assertThat(machine.onDevice(9)).isEqualTo(Machine.first(9));
        assertThat(machine.onDevice(10)).isEqualTo(5000);
        assertThat(machine.onDevice(10 + PAGES - 1)).isEqualTo(5000 + PAGES - 1);
        assertThat(machine.onDevice(10 + PAGES)).isEqualTo(Machine.first(10 + PAGES));
        assertThat(machine.cache.isEmpty()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(value = Schemes.class, mode = Mode.EXCLUDE, names = "UNTRACKED")
    void everyWayToReadSeesWhatEveryWayToWriteWrote(Schemes type) {
        Machine machine = new Machine(type);
        machine.scheme.bufferedRead(machine.task, machine.read(0, 8, 4));
        machine.scheme.directWrite(machine.task, machine.write(10, 6, 8, 2000));
        requireEverywhere(machine, 6, 8, 2000);
        machine.scheme.bufferedWrite(machine.task, machine.write(10, 7, 3, 3000));
        requireEverywhere(machine, 7, 3, 3000);
        machine.mapping.store(machine.task, 9, 4000);
        requireEverywhere(machine, 9, 1, 4000);
        machine.scheme.directWrite(machine.task, machine.write(10, 9, 1, 4500));
        requireEverywhere(machine, 9, 1, 4500);
    }

    private static void requireEverywhere(Machine machine, int first, int pages, long word) {
        assertThat(machine.scheme.directRead(machine.task, machine.read(500, first, pages)))
                .isEqualTo(pages);
        assertThat(machine.scheme.bufferedRead(machine.task, machine.read(600, first, pages)))
                .isEqualTo(pages);
        for (int page = 0; page < pages; page++) {
            assertThat(machine.word(500 + page)).isEqualTo(word + page);
            assertThat(machine.word(600 + page)).isEqualTo(word + page);
            assertThat(machine.mapping.load(machine.task, first + page)).isEqualTo(word + page);
        }
    }

    @ParameterizedTest
    @EnumSource(Schemes.class)
    void aHoleReadsAsZeros(Schemes type) {
        Machine machine = new Machine(type);
        machine.scheme.bufferedWrite(machine.task, machine.write(0, 4, 4, 2000));
        machine.mapping.load(machine.task, 5);
        machine.scheme.punchHole(machine.task, 5, 2);
        assertThat(machine.mapping.load(machine.task, 5)).isZero();
        assertThat(machine.onDevice(5)).isZero();
        machine.scheme.bufferedRead(machine.task, machine.read(10, 4, 4));
        assertThat(machine.word(10)).isEqualTo(2000);
        assertThat(machine.word(11)).isZero();
        assertThat(machine.word(12)).isZero();
        assertThat(machine.word(13)).isEqualTo(2003);
    }

    @ParameterizedTest
    @EnumSource(Schemes.class)
    void aLargerFileThanMemoryIsReadThroughTheCache(Schemes type) {
        Machine machine = new Machine(type);
        for (int round = 0; round < 2; round++) {
            for (int page = 0; page < Machine.BLOCKS; page++) {
                machine.scheme.bufferedRead(machine.task, machine.read(0, page, 1));
                assertThat(machine.word(0)).isEqualTo(Machine.first(page));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Schemes.class)
    void aMappingOfAnotherPartOfTheFileServesAsMemoryIfItIsResident(Schemes type) {
        Machine machine = new Machine(type);
        machine.mapping.store(machine.task, 100, 7);
        Request request = Request.read(new MappedBuffer(machine.mapping, 100)).of(20, 1);
        assertThat(machine.scheme.directRead(machine.task, request)).isEqualTo(1);
        assertThat(machine.mapping.load(machine.task, 100)).isEqualTo(Machine.first(20));
    }
}
