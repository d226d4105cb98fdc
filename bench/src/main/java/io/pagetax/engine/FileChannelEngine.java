package io.pagetax.engine;

import com.sun.nio.file.ExtendedOpenOption;
import io.pagetax.linux.file.AlignedBuffer;
import io.pagetax.linux.file.NativeIoException;
import io.pagetax.linux.syscall.Errno;
import io.pagetax.linux.syscall.Syscalls;
import io.pagetax.workload.AccessPath;
import io.pagetax.workload.Workload;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.NonWritableChannelException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;

/** Positional reads and writes of {@link FileChannel} from and to a direct buffer, as a Java program does I/O. */
final class FileChannelEngine implements IoEngine {

    private final FileChannel channel;
    private final AlignedBuffer block;
    private final ByteBuffer bytes;

    private FileChannelEngine(FileChannel channel, AlignedBuffer block) {
        this.channel = channel;
        this.block = block;
        // The channel moves the position of what it is given, and that of the block's own buffer is for all callers.
        this.bytes = block.bytes().duplicate();
    }

    /** Opens a file that can be opened this way, as the caller has found out. */
    static FileChannelEngine open(Workload workload, Path path) throws IOException {
        boolean direct = workload.path() == AccessPath.DIRECT;
        if (direct) {
            checkAlignment(workload.blockSizeBytes(), path);
        }
        FileChannel channel = FileChannel.open(path, options(workload.rw().isWrite(), direct));
        try {
            return new FileChannelEngine(channel, AlignedBuffer.allocate(workload.blockSizeBytes()));
        } catch (IOException failed) {
            channel.close();
            throw failed;
        }
    }

    private static Set<OpenOption> options(boolean write, boolean direct) {
        Set<OpenOption> options = new HashSet<>(Set.of(StandardOpenOption.READ));
        if (write) {
            options.add(StandardOpenOption.WRITE);
        }
        if (direct) {
            options.add(ExtendedOpenOption.DIRECT);
        }
        return options;
    }

    /** The channel takes nothing that is not aligned to the file system's block, even where the kernel does. */
    private static void checkAlignment(int blockSize, Path path) throws IOException {
        long unit = Files.getFileStore(path).getBlockSize();
        if (blockSize % unit != 0) {
            throw new UnavailableException("FileChannel(" + path + ", len=" + blockSize
                    + "): the JDK takes multiples of " + unit + " bytes with O_DIRECT here");
        }
    }

    /** posix_fadvise(2) on the whole file. */
    void advise(Path path, int advice) throws IOException {
        OptionalInt fd = DescriptorFinder.find(channel, path);
        if (fd.isEmpty()) {
            throw new UnavailableException("FileChannel(" + path + "): its readahead cannot be set without /proc");
        }
        long result = Syscalls.get().posixFadvise(fd.getAsInt(), 0, 0, advice);
        if (result < 0) {
            throw new NativeIoException("posix_fadvise", path, 0, 0, result);
        }
    }

    @Override
    public long read(long offset) {
        try {
            // The channel says -1 at the end of the file, the kernel 0.
            return Math.max(0, channel.read(bytes.clear(), offset));
        } catch (IOException | IllegalArgumentException failed) {
            return errorNumber(failed);
        }
    }

    @Override
    public long write(long offset) {
        try {
            return channel.write(bytes.clear(), offset);
        } catch (NonWritableChannelException openedForReading) {
            return -Errno.EBADF.number();
        } catch (IOException | IllegalArgumentException failed) {
            return errorNumber(failed);
        }
    }

    /** The JDK keeps of an error number only the C library's words for it. */
    private static long errorNumber(Exception failed) {
        if (failed instanceof IllegalArgumentException) {
            return -Errno.EINVAL.number();
        }
        String words = String.valueOf(failed.getMessage()).toLowerCase(Locale.ROOT);
        for (Errno errno : Errno.values()) {
            if (words.startsWith(errno.description())) {
                return -errno.number();
            }
        }
        return -(words.contains("block size") ? Errno.EINVAL : Errno.EIO).number();
    }

    @Override
    public AlignedBuffer block() {
        return block;
    }

    @Override
    public void close() throws IOException {
        try (channel) {
            block.close();
        }
    }
}
