package io.pagetax.linux.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A {@link LoopMount} that all tests of a class share; where there can be none, the class is skipped. */
public final class MountedFileSystem implements BeforeAllCallback, AfterAllCallback {

    private final String type;
    private final int mebibytes;

    private @Nullable Path parent;
    private @Nullable LoopMount mount;

    /** See {@link LoopMount#create}. */
    public MountedFileSystem(String type, int mebibytes) {
        this.type = type;
        this.mebibytes = mebibytes;
    }

    /** Where it is mounted. */
    public Path folder() {
        return Objects.requireNonNull(mount, "not mounted yet").folder();
    }

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        Path folder = DiskTempFolder.create();
        parent = folder;
        mount = LoopMount.create(folder, type, mebibytes);
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        if (mount != null) {
            mount.close();
        }
        if (parent != null) {
            deleteTree(parent);
        }
    }

    private static void deleteTree(Path top) throws IOException {
        List<Path> deepestFirst;
        try (Stream<Path> paths = Files.walk(top)) {
            deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : deepestFirst) {
            Files.delete(path);
        }
    }
}
