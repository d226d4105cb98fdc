package io.pagetax.export;

import io.pagetax.result.Run;
import io.pagetax.result.VisibleText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** All exports: the one place where they are registered. */
public final class Exports {

    private static final List<Export> ALL = List.of(new CsvRows(), new MarkdownRows(), new OpenMetrics(), new FioJob());

    private Exports() {}

    /**
     * Writes all of them.
     *
     * @param run with visible texts, as {@link VisibleText} makes them
     * @param folder that is there; what it holds of the same names is replaced
     */
    public static void write(Run run, Path folder) throws IOException {
        for (Export export : ALL) {
            Files.writeString(folder.resolve(export.fileName()), export.render(run));
        }
    }
}
