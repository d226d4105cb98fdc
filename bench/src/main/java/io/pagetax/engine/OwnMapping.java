package io.pagetax.engine;

import io.pagetax.linux.file.FileMapping;
import io.pagetax.linux.file.LinuxFile;
import io.pagetax.linux.file.NativeIoException;
import io.pagetax.linux.file.OpenFlag;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/** Mapped by mmap(2), and unmapped when closed. */
final class OwnMapping implements MappedFile {

    private final LinuxFile file;
    private final FileMapping mapping;

    private OwnMapping(LinuxFile file, FileMapping mapping) {
        this.file = file;
        this.mapping = mapping;
    }

    static OwnMapping open(Path path, long length) throws NativeIoException {
        LinuxFile file = LinuxFile.open(path, OpenFlag.RDONLY);
        try {
            return new OwnMapping(file, FileMapping.readOnly(file, length));
        } catch (NativeIoException | IllegalArgumentException failed) {
            file.close();
            throw failed;
        }
    }

    @Override
    public void copy(long offset, ByteBuffer target, int count) {
        mapping.copy(offset, target, count);
    }

    @Override
    public void advise(long offset, long count, int advice) throws NativeIoException {
        mapping.advise(offset, count, advice);
    }

    @Override
    public void close() throws NativeIoException {
        try (file) {
            mapping.close();
        }
    }
}
