package io.pagetax.report;

import io.pagetax.result.Diagnosis;
import io.pagetax.result.Finding;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;

/** What a doctor found, for a terminal. */
public final class DiagnosisText {

    private static final String GAP = "  ";

    private DiagnosisText() {}

    /**
     * A line for each finding, below it what to do, and at the end what it comes to.
     *
     * @param paint gives the word of a level its colour; what it adds is not shown
     */
    public static String render(Diagnosis diagnosis, BiFunction<Finding.Level, String, String> paint) {
        int width = diagnosis.findings().stream()
                .mapToInt(finding -> title(finding).length())
                .max()
                .orElse(1);
        StringBuilder text = new StringBuilder();
        for (Finding finding : diagnosis.findings()) {
            // Padded first: what a colour adds takes no room.
            String level = String.format(Locale.ROOT, "%-4s", finding.level().word());
            text.append(String.format(Locale.ROOT, "%-" + width + "s", title(finding)))
                    .append(GAP)
                    .append(paint.apply(finding.level(), level))
                    .append(GAP)
                    .append(finding.found())
                    .append('\n');
            if (finding.advice() != null) {
                text.append(" ".repeat(width + level.length() + 2 * GAP.length()))
                        .append("-> ")
                        .append(finding.advice())
                        .append('\n');
            }
        }
        return text.append('\n').append(sum(diagnosis)).append('\n').toString();
    }

    private static String title(Finding finding) {
        return finding.target() == null ? finding.check() : finding.check() + ", " + finding.target();
    }

    private static String sum(Diagnosis diagnosis) {
        long warnings = count(diagnosis.findings(), Finding.Level.WARN);
        long bad = count(diagnosis.findings(), Finding.Level.BAD);
        String fit = diagnosis.fit() ? "Fit to measure on" : "Not fit to measure on: " + bad + " bad";
        return fit + (warnings == 0 ? "." : ", " + warnings + (warnings == 1 ? " warning." : " warnings."));
    }

    private static long count(List<Finding> findings, Finding.Level level) {
        return findings.stream().filter(finding -> finding.level() == level).count();
    }
}
