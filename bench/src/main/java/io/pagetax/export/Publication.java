package io.pagetax.campaign;

import io.pagetax.environment.Anonymiser;
import io.pagetax.result.JournalEntry;
import io.pagetax.result.Json;
import io.pagetax.result.Run;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What of a run its files show: all, or nothing that says whose machine it was. */
final class Publication {

    private final @Nullable Anonymiser anonymiser;

    Publication(Request request) {
        this.anonymiser = request.anonymise() ? anonymiser(request) : null;
    }

    private static Anonymiser anonymiser(Request request) {
        Map<Path, String> names = new HashMap<>();
        names.put(request.out(), "out");
        request.targets().forEach(target -> names.put(target.path(), target.name()));
        return Anonymiser.of(names);
    }

    Run of(Run run) {
        if (anonymiser == null) {
            return run;
        }
        Run masked = Json.mapTexts(run, Run.class, anonymiser::mask);
        return new Run(
                masked.schemaVersion(),
                masked.id(),
                masked.startedAt(),
                masked.endedAt(),
                masked.status(),
                anonymiser.command(run.command()),
                masked.seed(),
                masked.settings(),
                masked.environment(),
                masked.environmentChanges(),
                masked.calibration(),
                masked.rows(),
                masked.comparisons(),
                masked.breakEvens(),
                masked.deviceLatencies(),
                masked.probes(),
                masked.warnings());
    }

    JournalEntry of(JournalEntry entry) {
        return anonymiser == null ? entry : Json.mapTexts(entry, JournalEntry.class, anonymiser::mask);
    }

    /** JMH's own result file. */
    String ofJson(String document) throws IOException {
        return anonymiser == null ? document : Json.mapTexts(document, anonymiser::mask);
    }

    /** A log that nobody may read but through this. */
    OutputStream of(OutputStream log) {
        return anonymiser == null ? log : new LineFilter(log, anonymiser::mask);
    }
}
