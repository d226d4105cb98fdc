package io.pagetax.environment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentifiersTest {

    @ParameterizedTest
    @CsvSource({
        "root=UUID=0f3b7c1e-9a52-4f0e-8f2b-5a0c7d1e2f3a ro quiet, root=UUID=* ro quiet",
        "root=PARTUUID=1a2b3c4d-02, root=PARTUUID=*",
        "rd.luks.uuid=luks-0f3b7c1e-9a52-4f0e-8f2b-5a0c7d1e2f3a, rd.luks.uuid=luks-*",
        "resume=/dev/disk/by-id/ata-Some_Disk_S1234567890 x, resume=/dev/disk/by-id/* x",
        "BOOTIF=01-52-54-00-12-34-56 y, BOOTIF=* y",
        "ifname=lan:52:54:00:12:34:56, ifname=lan:*",
        "zfs=5000c500a1b2c3d4, zfs=*",
    })
    void leavesOutWhatTellsOneMachineFromAllOthers(String text, String expected) {
        assertThat(Identifiers.leftOutOf(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "mitigations=auto quiet nvme_core.default_ps_max_latency_us=0",
        "root=/dev/nvme0n1p2 ro isolcpus=2-3 hugepages=512",
        "intel_idle.max_cstate=1 memmap=0x100000000"
    })
    void leavesWhatHoldsForMany(String text) {
        assertThat(Identifiers.leftOutOf(text)).isEqualTo(text);
    }
}
