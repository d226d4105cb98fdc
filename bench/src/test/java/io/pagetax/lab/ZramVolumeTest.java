package io.pagetax.lab;

import static org.assertj.core.api.Assertions.assertThat;

import io.pagetax.linux.device.ZramDevice;
import java.util.List;
import org.junit.jupiter.api.Test;

class ZramVolumeTest {

    private static final long SIZE = 1L << 30;

    @Test
    void isTheFirstWhereThereIsNone() {
        assertThat(ZramVolume.next(SIZE, List.of())).isEqualTo(new ZramVolume(0, SIZE));
    }

    @Test
    void takesTheLowestNumberThatIsFreeAsTheKernelDoes() {
        List<ZramDevice> taken = List.of(new ZramDevice(3, 4096L), new ZramDevice(0, 0L), new ZramDevice(1, null));
        assertThat(ZramVolume.next(SIZE, taken)).isEqualTo(new ZramVolume(2, SIZE));
    }

    @Test
    void isSomePagesLargerThanThoseOfItsSize() {
        List<ZramDevice> taken =
                List.of(new ZramDevice(0, SIZE + 4096), new ZramDevice(1, SIZE), new ZramDevice(2, SIZE + 3 * 4096));
        assertThat(ZramVolume.next(SIZE, taken)).isEqualTo(new ZramVolume(3, SIZE + 2 * 4096));
    }

    @Test
    void isKnownByNumberAndSize() {
        ZramVolume volume = new ZramVolume(3, SIZE);
        assertThat(volume.device()).isEqualTo(new ZramDevice(3, SIZE));
        assertThat(ZramVolume.next(SIZE, List.of(volume.device()))).isEqualTo(new ZramVolume(0, SIZE + 4096));
    }
}
