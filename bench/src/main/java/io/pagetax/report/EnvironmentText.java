package io.pagetax.report;

import io.pagetax.result.Environment;
import io.pagetax.result.TargetFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The environment for a terminal. */
public final class EnvironmentText {

    private EnvironmentText() {}

    /** All facts in groups, a line each, with their units. */
    public static String render(Environment environment) {
        List<FactGroup> groups = new ArrayList<>(EnvironmentView.groups(environment));
        for (TargetFacts target : environment.targets()) {
            groups.addAll(TargetView.groups(target));
        }
        int width = groups.stream()
                .flatMap(group -> group.lines().stream())
                .mapToInt(line -> line.name().length())
                .max()
                .orElse(1);
        StringBuilder text = new StringBuilder();
        for (FactGroup group : groups) {
            text.append(text.isEmpty() ? "" : "\n").append(group.title()).append('\n');
            for (FactGroup.Line line : group.lines()) {
                text.append(String.format(Locale.ROOT, "  %-" + width + "s  %s", line.name(), line.value())
                                .stripTrailing())
                        .append('\n');
            }
        }
        return text.toString();
    }
}
