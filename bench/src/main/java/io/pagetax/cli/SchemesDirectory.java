package io.pagetax.cli;

import io.pagetax.report.SchemesReport;
import io.pagetax.result.Json;
import io.pagetax.result.SchemeCosts;
import io.pagetax.result.SchemeMatrix;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Where what is found about schemes is kept: verdicts and costs, each as it was found last, and the page of both. */
final class SchemesDirectory {

    static final String VERDICTS = "schemes.json";
    static final String COSTS = "scheme-costs.json";
    static final String PAGE = "schemes.html";

    private final Path path;
    private SchemeMatrix matrix = SchemeMatrix.NONE;
    private SchemeCosts costs = SchemeCosts.NONE;

    private SchemesDirectory(Path path) {
        this.path = path;
    }

    /** Makes it, or finds what is there already. */
    static SchemesDirectory open(Path path, CommandLine command) {
        RunDirectories.create(path, command);
        SchemesDirectory directory = new SchemesDirectory(path);
        directory.matrix = read(path.resolve(VERDICTS), SchemeMatrix.NONE, Json::readSchemes, command);
        directory.costs = read(path.resolve(COSTS), SchemeCosts.NONE, Json::readSchemeCosts, command);
        return directory;
    }

    private interface Reader<T> {
        T read(Path file) throws IOException;
    }

    private static <T> T read(Path file, T none, Reader<T> reader, CommandLine command) {
        try {
            return Files.exists(file) ? reader.read(file) : none;
        } catch (IOException unfit) {
            throw new ParameterException(
                    command,
                    "--out: " + file + " is there, but not as 'pagetax schemes' leaves it (" + unfit.getMessage()
                            + "); name another directory",
                    unfit);
        }
    }

    void keep(SchemeMatrix found) throws IOException {
        matrix = found;
        Files.writeString(path.resolve(VERDICTS), Json.document(found));
        renderPage();
    }

    void keep(SchemeCosts found) throws IOException {
        costs = found;
        Files.writeString(path.resolve(COSTS), Json.document(found));
        renderPage();
    }

    private void renderPage() throws IOException {
        Files.writeString(path.resolve(PAGE), SchemesReport.render(matrix, costs));
    }
}
