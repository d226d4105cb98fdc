package io.pagetax.probe;

import java.util.ArrayList;
import java.util.List;

/** All questions, in the order in which they are told. */
final class Probes {

    private Probes() {}

    static List<Probe> all() {
        List<Probe> probes = new ArrayList<>(List.of(Alignment.values()));
        for (Misalignment.Part part : Misalignment.Part.values()) {
            for (ShiftedTransfers.Direction direction : ShiftedTransfers.Direction.values()) {
                probes.add(new Misalignment(part, direction));
            }
        }
        probes.add(new DirectReadIsDirect());
        probes.add(new DirectWriteIsDirect());
        probes.add(new DirectReadPopulates());
        probes.add(new DirectWriteInvalidates());
        probes.add(new DirectWriteKeepsNeighbours());
        probes.add(new DirectReadSeesDirty());
        probes.addAll(List.of(ReadSeesDirectWrite.values()));
        probes.addAll(List.of(DontcacheTransfer.values()));
        probes.add(new DontcacheLeavesNothing());
        probes.addAll(List.of(NowaitMiss.values()));
        probes.addAll(List.of(FadviseEvicts.values()));
        probes.addAll(List.of(Readahead.values()));
        probes.addAll(List.of(SelfMapped.values()));
        probes.addAll(List.of(CrossMapped.values()));
        probes.add(new MmapLockQueue());
        probes.addAll(List.of(RacedRead.values()));
        probes.addAll(List.of(HoleRead.values()));
        probes.add(new TornWrite());
        probes.addAll(List.of(ConcurrentDirect.values()));
        probes.addAll(List.of(Cost.values()));
        probes.addAll(List.of(Ring.values()));
        return List.copyOf(probes);
    }
}
