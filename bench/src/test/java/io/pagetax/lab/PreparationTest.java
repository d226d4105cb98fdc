package io.pagetax.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.pagetax.linux.device.Partition;
import io.pagetax.linux.device.ZramDevice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreparationTest {

    private static final Path ABSENT = Path.of("/dev/pagetax-absent");

    @TempDir
    Path folder;

    @Test
    void isNothingForAnEmptyDeviceThatIsShared() throws IOException {
        assertThat(Preparation.of(LabPlans.sideBySide(ABSENT, null, "ext4"), ABSENT, false))
                .isEqualTo(Preparation.NONE);
    }

    @Test
    void wipesWhatIsOnTheDevice() throws IOException {
        assertThat(Preparation.of(LabPlans.sideBySide(ABSENT, null, "ext4"), ABSENT, true)
                        .commands())
                .containsExactly(List.of("wipefs", "--all", ABSENT.toString()));
    }

    @Test
    void isNothingBetweenTurnsThatThereAreNot() throws IOException {
        assertThat(Preparation.discard(LabPlans.sideBySide(ABSENT, null, "ext4")))
                .isEqualTo(Preparation.NONE);
        assertThat(Preparation.discard(LabPlans.on(LabPlan.Backing.LOOP, folder, "ext4")))
                .isEqualTo(Preparation.NONE);
    }

    @Test
    void takesPartitionsAwayBeforeTheTableThatTellsOfThem() throws IOException {
        try (ScratchLoop loop = ScratchLoop.create(folder, 8)) {
            loop.addPartition(2, 1);
            loop.run("mkswap");
            String device = loop.device().toString();
            Preparation preparation =
                    Preparation.of(LabPlans.sideBySide(loop.device(), null, "ext4"), loop.device(), true);
            assertThat(preparation.commands())
                    .containsExactly(List.of("partx", "--delete", device), List.of("wipefs", "--all", device));
            assertThat(Signatures.of(loop.device()))
                    .extracting(Signatures.Signature::type)
                    .containsExactly("swap");
            preparation.apply(new SystemCommands(folder, () -> false));
            assertThat(Signatures.of(loop.device())).isEmpty();
            assertThat(Partition.of(loop.device().getFileName().toString())).isEmpty();
        }
    }

    @Test
    void discardsTheBlocksBetweenTurns() throws IOException {
        Requirements.root();
        assumeTrue(Files.exists(Path.of("/sys/class/zram-control")), "skipped: needs zram");
        Commands commands = new SystemCommands(folder, () -> false);
        ZramVolume zram = ZramVolume.next(8 << 20, ZramDevice.all());
        zram.apply(commands);
        try {
            Path device = zram.node().orElseThrow();
            List<String> discard = List.of("blkdiscard", device.toString());
            LabPlan plan = LabPlans.inTurn(device, "ext4", "xfs");
            assertThat(Preparation.discard(plan).commands()).containsExactly(discard);
            assertThat(Preparation.of(plan, device, false).commands()).containsExactly(discard);
            assertThat(Preparation.of(plan, device, true).commands())
                    .containsExactly(List.of("wipefs", "--all", device.toString()), discard);
        } finally {
            zram.undo(commands, true);
        }
    }

    @Test
    void asksTheDiskOfAPartitionWhetherItTakesDiscards() throws IOException {
        try (ScratchLoop loop = ScratchLoop.create(folder, 8)) {
            Path limit = Path.of("/sys/class/block")
                    .resolve(loop.device().getFileName())
                    .resolve("queue/discard_max_bytes");
            assumeTrue(
                    !Files.readString(limit).strip().equals("0"), "skipped: " + loop.device() + " takes no discards");
            loop.addPartition(1, 1);
            Path partition = Path.of(loop.device() + "p1");
            assertThat(Preparation.discard(LabPlans.inTurn(partition, "ext4")).commands())
                    .containsExactly(List.of("blkdiscard", partition.toString()));
        }
    }

    @Test
    void doesNotDiscardWhereTheDeviceTakesNone() throws IOException {
        try (ScratchMemory memory = ScratchMemory.mount(folder);
                ScratchLoop loop = ScratchLoop.create(memory.folder(), 8)) {
            assertThat(Preparation.discard(LabPlans.inTurn(loop.device(), "ext4")))
                    .isEqualTo(Preparation.NONE);
        }
    }

    @Test
    void isShownInItsOrder() throws IOException {
        List<String> shown = new ArrayList<>();
        new Preparation(List.of(List.of("partx", "--delete", "/dev/a"), List.of("wipefs", "--all", "/dev/a")))
                .apply(new ShownCommands(shown::add));
        assertThat(shown).containsExactly("partx --delete /dev/a", "wipefs --all /dev/a");
    }
}
