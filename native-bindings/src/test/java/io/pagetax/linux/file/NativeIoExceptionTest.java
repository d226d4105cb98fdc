package io.pagetax.linux.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.pagetax.linux.syscall.Errno;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NativeIoExceptionTest {

    @Test
    void rangeIsLeftOutIfTheCallHasNone() {
        assertThat(new NativeIoException("fsync", "/f", NativeIoException.NONE, NativeIoException.NONE, -4))
                .hasMessage("fsync(/f): EINTR (4, interrupted system call)");
        assertThat(new NativeIoException("ftruncate", "/f", NativeIoException.NONE, 0, -4))
                .hasMessage("ftruncate(/f, len=0): EINTR (4, interrupted system call)");
    }

    @Test
    void unlistedErrorKeepsItsNumber() {
        NativeIoException failure = new NativeIoException("pread", "/f", 0, 512, -133);
        assertThat(failure).hasMessage("pread(/f, off=0, len=512): errno (133, unlisted error)");
        assertThat(failure.errno()).isEqualTo(Errno.UNKNOWN);
        assertThat(failure.call()).isEqualTo("pread");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    preadv2       | EOPNOTSUPP | RWF_
                    pwritev2      | EOPNOTSUPP | RWF_
                    pread         | EINVAL     | multiples of the alignment
                    pwritev2      | EINVAL     | multiples of the alignment
                    open          | EINVAL     | O_DIRECT
                    open          | EMFILE     | ulimit -n
                    open          | EDQUOT     | quota
                    mmap          | ENOMEM     | vm.max_map_count
                    mlock         | ENOMEM     | ulimit -l
                    mlock         | EPERM      | ulimit -l
                    preadv2       | EAGAIN     | RWF_NOWAIT
                    open          | EPERM      | O_NOATIME
                    open          | EOPNOTSUPP | O_TMPFILE
                    io_uring_setup | EPERM     | kernel.io_uring_disabled
                    io_uring_setup | ENOMEM    | ulimit -l
                    io_uring_setup | ENOSYS    | kernel is too old
                    cachestat     | ENOSYS     | kernel is too old
                    pread         | EIO        | dmesg
                    """)
    void usualCauseIsNamed(String call, Errno errno, String hint) {
        assertThat(new NativeIoException(call, "/f", 0, 0, -errno.number()).getMessage())
                .startsWith(call + "(/f, off=0, len=0): " + errno + " (")
                .contains("; ")
                .contains(hint);
    }

    @ParameterizedTest
    @CsvSource({
        "fallocate, EOPNOTSUPP",
        "open, ENOMEM",
        "ftruncate, EINVAL",
        "open, ENOENT",
        "ioctl TCGETS, ENOTTY",
        "pread, EAGAIN"
    })
    void nothingIsGuessedWhereTheErrorSaysItAll(String call, Errno errno) {
        assertThat(new NativeIoException(call, "/f", -errno.number()))
                .hasMessage("%s(/f): %s (%d, %s)", call, errno, errno.number(), errno.description());
    }
}
