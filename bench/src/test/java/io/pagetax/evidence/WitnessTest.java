package io.pagetax.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.pagetax.DiskFolder;
import io.pagetax.latency.LatencySample;
import io.pagetax.linux.file.AlignedBuffer;
import io.pagetax.linux.file.LinuxFile;
import io.pagetax.linux.file.OpenFlag;
import io.pagetax.linux.pagecache.Residency;
import io.pagetax.testfile.DataFile;
import io.pagetax.workload.AccessPath;
import io.pagetax.workload.CacheState;
import io.pagetax.workload.Rw;
import io.pagetax.workload.Workload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(DiskFolder.class)
class WitnessTest {

    private static final int PAGE = 4096;
    private static final LatencySample NOTHING_TIMED = new LatencySample(List.of(), 0, 0);

    @TempDir(factory = DiskFolder.class)
    Path folder;

    private static final Workload WORKLOAD =
            new Workload(Rw.RANDREAD, AccessPath.DIRECT, CacheState.UNCACHED, 4096, 1 << 20, 1, 42);

    @Test
    void givesWhatItWasToldOfASinglePass() throws IOException {
        try (Witness witness = new Witness(WORKLOAD, 1000, 500, PAGE)) {
            witness.startSample();
            pass(witness, 501L, 64 * PAGE, 530L);
            SampleEvidence evidence = witness.evidence(NOTHING_TIMED);
            assertThat(evidence.get(Quantity.PASSES)).isEqualTo(1);
            assertThat(evidence.get(Quantity.FILE_PAGES)).isEqualTo(1000);
            assertThat(evidence.get(Quantity.EXPECTED_PAGES_BEFORE)).isEqualTo(500);
            assertThat(evidence.get(Quantity.RESIDENT_PAGES_BEFORE)).isEqualTo(501);
            assertThat(evidence.get(Quantity.RESIDENT_PAGES_AFTER)).isEqualTo(530);
            assertThat(evidence.get(Quantity.LAST_PASS_PAGES)).isEqualTo(64);
            assertThat(evidence.get(Quantity.REQUESTED_BYTES)).isEqualTo(64 * PAGE);
        }
    }

    @Test
    void keepsTheStartThatWasFarthestFromWhatWasAskedOnEitherSide() throws IOException {
        try (Witness witness = new Witness(WORKLOAD, 1000, 500, PAGE)) {
            witness.startSample();
            pass(witness, 501L, PAGE, 0L);
            pass(witness, 480L, PAGE, 0L);
            pass(witness, 515L, PAGE, 0L);
            pass(witness, 500L, PAGE, 0L);
            assertThat(witness.evidence(NOTHING_TIMED).get(Quantity.RESIDENT_PAGES_BEFORE))
                    .isEqualTo(480);
        }
    }

    @Test
    void keepsTheLastEndAndTheLastPassAndAddsUpWhatWasAskedFor() throws IOException {
        try (Witness witness = new Witness(WORKLOAD, 1000, 0, PAGE)) {
            witness.startSample();
            pass(witness, 0L, 640 * PAGE, 640L);
            pass(witness, 0L, 64 * PAGE, 64L);
            SampleEvidence evidence = witness.evidence(NOTHING_TIMED);
            assertThat(evidence.get(Quantity.PASSES)).isEqualTo(2);
            assertThat(evidence.get(Quantity.RESIDENT_PAGES_AFTER)).isEqualTo(64);
            assertThat(evidence.get(Quantity.LAST_PASS_PAGES)).isEqualTo(64);
            assertThat(evidence.get(Quantity.REQUESTED_BYTES)).isEqualTo(704 * PAGE);
        }
    }

    @Test
    void doesNotInventResidentPagesThatNobodyKnows() throws IOException {
        try (Witness witness = new Witness(WORKLOAD, 1000, 0, PAGE)) {
            witness.startSample();
            pass(witness, null, PAGE, null);
            pass(witness, null, PAGE, null);
            assertThat(witness.evidence(NOTHING_TIMED).get(Quantity.RESIDENT_PAGES_BEFORE))
                    .isNull();
            assertThat(witness.evidence(NOTHING_TIMED).get(Quantity.RESIDENT_PAGES_AFTER))
                    .isNull();
        }
    }

    @Test
    void forgetsTheSampleBefore() throws IOException {
        try (Witness witness = new Witness(WORKLOAD, 1000, 0, PAGE)) {
            witness.startSample();
            pass(witness, 900L, 64 * PAGE, 900L);
            witness.startSample();
            pass(witness, 1L, PAGE, 2L);
            SampleEvidence evidence = witness.evidence(NOTHING_TIMED);
            assertThat(evidence.get(Quantity.PASSES)).isEqualTo(1);
            assertThat(evidence.get(Quantity.RESIDENT_PAGES_BEFORE)).isEqualTo(1);
            assertThat(evidence.get(Quantity.RESIDENT_PAGES_AFTER)).isEqualTo(2);
            assertThat(evidence.get(Quantity.REQUESTED_BYTES)).isEqualTo(PAGE);
        }
    }

    @Test
    void countsDeviceBytesOfTimedPartsAndOfNothingElse() throws IOException {
        assumeThat(Path.of("/proc/thread-self/io")).matches(Files::isReadable, "kept by this kernel");
        try (DataFile data = DataFile.create(folder, 1 << 20, () -> false);
                AlignedBuffer buffer = AlignedBuffer.allocate(1 << 20);
                LinuxFile file = LinuxFile.open(data.path(), OpenFlag.RDWR, OpenFlag.DIRECT);
                Witness witness = new Witness(WORKLOAD, 256, 0, PAGE)) {
            witness.startSample();
            for (int pass = 1; pass <= 2; pass++) {
                file.read(buffer.address(), 65_536, 0);
                witness.startPass(residency(0L));
                file.read(buffer.address(), 8192, 0);
                file.write(buffer.address(), 4096, 0);
                witness.endTimedPart(2, 8192);
                file.read(buffer.address(), 65_536, 0);
                witness.endPass(residency(0L));
            }
            assertThat(witness.evidence(NOTHING_TIMED).get(Quantity.DEVICE_READ_BYTES))
                    .isEqualTo(2 * 8192);
            assertThat(witness.evidence(NOTHING_TIMED).get(Quantity.DEVICE_WRITE_BYTES))
                    .isEqualTo(2 * 4096);
        }
    }

    private static void pass(Witness witness, @Nullable Long before, long bytes, @Nullable Long after)
            throws IOException {
        witness.startPass(residency(before));
        witness.endTimedPart(bytes / PAGE, bytes);
        witness.endPass(residency(after));
    }

    private static @Nullable Residency residency(@Nullable Long pages) {
        return pages == null ? null : new Residency(pages, 0, 0, 0);
    }
}
