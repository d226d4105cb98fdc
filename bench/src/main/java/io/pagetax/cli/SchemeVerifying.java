package io.pagetax.cli;

import io.pagetax.result.SchemeMatrix;
import io.pagetax.result.SchemeVerdicts;
import io.pagetax.result.SearchExtent;
import io.pagetax.scheme.verify.Exploration;
import io.pagetax.scheme.verify.Explored;
import io.pagetax.scheme.verify.Subject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What an exploration found, as it is kept. */
final class SchemeVerifying {

    private SchemeVerifying() {}

    static SchemeMatrix matrix(List<Explored> all) {
        Map<Subject, SchemeVerdicts> bySubject = new LinkedHashMap<>();
        for (Explored each : all) {
            SchemeVerdicts scheme = bySubject.computeIfAbsent(each.subject(), SchemeVerifying::unexplored);
            String scenario = each.scenario().id();
            Exploration found = each.found();
            scheme.verdicts().put(scenario, each.verdict());
            scheme.explored().put(scenario, new SearchExtent(found.interleavings(), found.complete()));
            if (!found.steps().isEmpty()) {
                scheme.trace().put(scenario, found.steps());
            }
        }
        Map<String, String> questions = new LinkedHashMap<>();
        all.forEach(each -> questions.put(each.scenario().id(), each.scenario().question()));
        return new SchemeMatrix(questions, List.copyOf(bySubject.values()));
    }

    private static SchemeVerdicts unexplored(Subject subject) {
        return new SchemeVerdicts(
                subject.id(),
                subject.scheme().summary(),
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                new LinkedHashMap<>());
    }
}
