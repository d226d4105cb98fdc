package io.pagetax.export;

import io.pagetax.figure.TrendFigure;
import io.pagetax.report.SitePage;
import io.pagetax.result.Run;
import io.pagetax.result.RunFiles;
import io.pagetax.result.VisibleText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder of runs that any web server can show: a folder with a page for each, and a page over all of them. */
public final class Site {

    private static final String INDEX = "index.html";

    private Site() {}

    /**
     * Renders all runs, and writes the page over them.
     *
     * @param runs a folder whose folders are those of runs; others are left out
     * @param site where it is made; {@code runs} itself, or another folder, into which what was recorded is copied
     * @param anonymous whether copies are to hide whose machine it was
     * @return the page over all; empty folders make an empty one
     * @throws IOException naming the run that cannot be read
     */
    public static Path build(Path runs, Path site, boolean anonymous) throws IOException {
        List<SitePage.Entry> entries = new ArrayList<>();
        for (Path folder : foldersOfRuns(runs)) {
            RunFiles files = RunFiles.read(folder);
            RunFiles shown = site.toAbsolutePath()
                            .normalize()
                            .equals(runs.toAbsolutePath().normalize())
                    ? files
                    : RunCopy.into(site, files, anonymous);
            RunRendering.render(shown, shown.folder());
            entries.add(new SitePage.Entry(shown.folder().getFileName().toString(), VisibleText.of(shown.run())));
        }
        entries.sort(Comparator.comparing((SitePage.Entry entry) -> entry.run().startedAt())
                .reversed());
        List<Run> inOrder = new ArrayList<>();
        entries.forEach(entry -> inOrder.add(0, entry.run()));
        Path index = site.resolve(INDEX);
        Files.writeString(
                index, SitePage.render(entries, TrendFigure.of(inOrder).stream().toList()));
        return index;
    }

    private static List<Path> foldersOfRuns(Path runs) throws IOException {
        try (Stream<Path> folders = Files.list(runs)) {
            return folders.filter(folder -> Files.isRegularFile(folder.resolve(RunFiles.RECORD)))
                    .sorted()
                    .toList();
        }
    }
}
