package io.pagetax;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDirFactory;

/**
 * Temporary folders in the build directory, which, unlike the system's, is hardly ever memory; as an extension it
 * skips the tests of a class where it is.
 */
public final class DiskFolder implements TempDirFactory, ExecutionCondition {

    private static final Set<String> MEMORY = Set.of("tmpfs", "ramfs");

    @Override
    public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext context) throws IOException {
        return Files.createTempDirectory(parent(), "disk-");
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        try {
            String fileSystem = Files.getFileStore(parent()).type();
            return MEMORY.contains(fileSystem)
                    ? ConditionEvaluationResult.disabled("the build directory is on " + fileSystem)
                    : ConditionEvaluationResult.enabled("the build directory is on " + fileSystem);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Path parent() throws IOException {
        return Files.createDirectories(Path.of("target", "test-folders")).toRealPath();
    }
}
