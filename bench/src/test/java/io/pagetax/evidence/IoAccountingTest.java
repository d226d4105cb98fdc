package io.pagetax.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import io.pagetax.DiskFolder;
import io.pagetax.linux.file.AlignedBuffer;
import io.pagetax.linux.file.LinuxFile;
import io.pagetax.linux.file.NativeIoException;
import io.pagetax.linux.file.OpenFlag;
import io.pagetax.linux.pagecache.PageCache;
import io.pagetax.testfile.DataFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(DiskFolder.class)
class IoAccountingTest {

    private static final int SIZE = 1 << 20;

    @TempDir(factory = DiskFolder.class)
    Path folder;

    private DataFile data;
    private AlignedBuffer buffer;
    private IoAccounting accounting;

    @BeforeEach
    void open() throws IOException {
        accounting = openOrSkip();
        buffer = AlignedBuffer.allocate(SIZE);
        data = DataFile.create(folder, SIZE, () -> false);
        try (PageCache cache = PageCache.of(data.path())) {
            cache.flush();
            cache.evict(0, SIZE);
        }
    }

    @AfterEach
    void close() throws IOException {
        data.close();
        buffer.close();
        accounting.close();
    }

    private static IoAccounting openOrSkip() {
        try {
            return IoAccounting.ofThisThread();
        } catch (NativeIoException notTold) {
            return abort("this kernel keeps no account of I/O: " + notTold.getMessage());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {4096, 65_536, SIZE})
    void countsTheBytesOfADirectRead(int length) throws IOException {
        try (LinuxFile file = LinuxFile.open(data.path(), OpenFlag.RDONLY, OpenFlag.DIRECT)) {
            assertThat(bytesReadBy(() -> file.read(buffer.address(), length, 0)))
                    .isEqualTo(length);
        }
    }

    @Test
    void countsTheBytesOfABufferedReadOnceAndNoneWhenTheyAreCached() throws IOException {
        try (LinuxFile file = LinuxFile.open(data.path(), OpenFlag.RDONLY)) {
            assertThat(bytesReadBy(() -> file.read(buffer.address(), SIZE, 0))).isEqualTo(SIZE);
            assertThat(bytesReadBy(() -> file.read(buffer.address(), SIZE, 0))).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void countsTheBytesOfAWriteDirectOrDirtied(boolean direct) throws IOException {
        OpenFlag flag = direct ? OpenFlag.DIRECT : OpenFlag.CLOEXEC;
        try (LinuxFile file = LinuxFile.open(data.path(), OpenFlag.RDWR, flag)) {
            accounting.refresh();
            long before = accounting.writeBytes();
            file.write(buffer.address(), 65_536, 0);
            accounting.refresh();
            assertThat(accounting.writeBytes() - before).isEqualTo(65_536);
        }
    }

    @Test
    void countsNothingOfItsOwnReadings() throws IOException {
        assertThat(bytesReadBy(accounting::refresh)).isZero();
    }

    @Test
    void countsNothingOfOtherThreads() throws Exception {
        try (LinuxFile file = LinuxFile.open(data.path(), OpenFlag.RDONLY, OpenFlag.DIRECT)) {
            FutureTask<Long> read = new FutureTask<>(() -> file.read(buffer.address(), SIZE, 0));
            accounting.refresh();
            long before = accounting.readBytes();
            Thread other = new Thread(read);
            other.start();
            other.join();
            accounting.refresh();
            assertThat(read.get()).isEqualTo(SIZE);
            assertThat(accounting.readBytes() - before).isZero();
        }
    }

    @Test
    void tellsTheLastReadingUntilThereIsAnother() throws IOException {
        try (LinuxFile file = LinuxFile.open(data.path(), OpenFlag.RDONLY, OpenFlag.DIRECT)) {
            accounting.refresh();
            long before = accounting.readBytes();
            file.read(buffer.address(), SIZE, 0);
            assertThat(accounting.readBytes()).isEqualTo(before);
        }
    }

    private long bytesReadBy(Read read) throws IOException {
        accounting.refresh();
        long before = accounting.readBytes();
        read.run();
        accounting.refresh();
        return accounting.readBytes() - before;
    }

    /** What moves bytes. */
    private interface Read {
        void run() throws IOException;
    }
}
