package io.pagetax.export;

import io.pagetax.environment.Anonymiser;
import io.pagetax.result.JournalEntry;
import io.pagetax.result.Json;
import io.pagetax.result.Run;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** What of a run its files show: all, or nothing that says whose machine it was. */
public final class Publication {

    private final @Nullable Anonymiser anonymiser;

    private Publication(@Nullable Anonymiser anonymiser) {
        this.anonymiser = anonymiser;
    }

    /** All that a run has recorded. */
    public static Publication open() {
        return new Publication(null);
    }

    /** Without what such an anonymiser hides. */
    public static Publication anonymous(Anonymiser anonymiser) {
        return new Publication(anonymiser);
    }

    /** The record of a run. */
    public Run of(Run run) {
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
                masked.sources(),
                masked.warnings());
    }

    /** A sample of it. */
    public JournalEntry of(JournalEntry entry) {
        return anonymiser == null ? entry : Json.mapTexts(entry, JournalEntry.class, anonymiser::mask);
    }

    /** JMH's own result file. */
    public String ofJson(String document) throws IOException {
        return anonymiser == null ? document : Json.mapTexts(document, anonymiser::mask);
    }

    /** A log that nobody may read but through this. */
    public OutputStream of(OutputStream log) {
        return anonymiser == null ? log : new LineFilter(log, anonymiser::mask);
    }
}
