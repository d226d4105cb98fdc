package io.pagetax.export;

import io.pagetax.distribution.Distributions;
import io.pagetax.figure.Drawing;
import io.pagetax.figure.Figures;
import io.pagetax.figure.Material;
import io.pagetax.report.Downloads;
import io.pagetax.report.HtmlReport;
import io.pagetax.report.PageContent;
import io.pagetax.result.Json;
import io.pagetax.result.Run;
import io.pagetax.result.RunFiles;
import io.pagetax.result.SchemeCosts;
import io.pagetax.result.SchemeMatrix;
import io.pagetax.result.VisibleText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Renders what a run left: figures, tables, and the page that holds them all. */
public final class RunRendering {

    private static final String VERDICTS = "schemes.json";
    private static final String COSTS = "scheme-costs.json";
    /** The file name of the page. */
    public static final String PAGE = "report.html";

    private RunRendering() {}

    /**
     * Writes all that is rendered of a run.
     *
     * @param out an existing folder; that of the run itself as a rule
     * @throws IOException if a file of the run cannot be read, or none can be written
     */
    public static void render(RunFiles files, Path out) throws IOException {
        Material material = material(files);
        Run run = material.run();
        Exports.write(run, out);
        List<Drawing> drawings = Figures.of(material);
        for (Drawing drawing : drawings) {
            Files.writeString(out.resolve(drawing.name() + ".svg"), drawing.svg());
        }
        PageContent content = new PageContent(
                material,
                drawings,
                new FioJob().render(run),
                Downloads.of(List.of(out, files.folder()), run),
                verdicts(files.folder().resolve(VERDICTS)),
                costs(files.folder().resolve(COSTS)));
        Files.writeString(out.resolve(PAGE), HtmlReport.render(content));
    }

    /**
     * What is drawn of a run, with visible texts.
     *
     * @throws IOException if its interval log is there but cannot be read
     */
    public static Material material(RunFiles files) throws IOException {
        Optional<Path> intervals = files.intervals();
        return new Material(
                VisibleText.of(files.run()),
                files.samples(),
                intervals.isPresent() ? Distributions.read(intervals.get()) : Distributions.none());
    }

    private static SchemeMatrix verdicts(Path file) throws IOException {
        return Files.exists(file) ? Json.readSchemes(file) : SchemeMatrix.NONE;
    }

    private static SchemeCosts costs(Path file) throws IOException {
        return Files.exists(file) ? Json.readSchemeCosts(file) : SchemeCosts.NONE;
    }
}
