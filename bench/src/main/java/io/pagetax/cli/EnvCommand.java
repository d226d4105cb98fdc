package io.pagetax.cli;

import io.pagetax.campaign.TargetSpec;
import io.pagetax.environment.Anonymiser;
import io.pagetax.environment.EnvironmentProbe;
import io.pagetax.environment.TargetProbe;
import io.pagetax.linux.syscall.Binding;
import io.pagetax.plan.SampleRunner;
import io.pagetax.report.EnvironmentText;
import io.pagetax.result.Environment;
import io.pagetax.result.Json;
import io.pagetax.result.TargetFacts;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code pagetax env}. */
@Command(
        name = "env",
        mixinStandardHelpOptions = true,
        description = "Prints what is recorded of the machine and of what lies under a target.")
@SuppressWarnings("NullAway.Init") // picocli sets the annotated fields
final class EnvCommand implements Callable<Integer> {

    @Option(
            names = "--target",
            paramLabel = "[NAME=]PATH",
            description =
                    "A folder, a file or a block device; nothing is written to it. Repeatable. Default: the folder "
                            + "that a run would take.")
    List<String> targets = new ArrayList<>();

    @Option(
            names = "--json",
            arity = "0..1",
            paramLabel = "BOOL",
            fallbackValue = "true",
            defaultValue = "false",
            description = "Print it as in run.json, and nothing else on stdout.")
    boolean json;

    @Option(
            names = "--anonymise",
            arity = "0..1",
            paramLabel = "BOOL",
            fallbackValue = "true",
            defaultValue = "false",
            description = "Hide the host's name and all paths; name targets by NAME=PATH.")
    boolean anonymise;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        List<TargetSpec> specs = Targets.parse(targets, anonymise, spec.commandLine());
        List<TargetFacts> facts = new ArrayList<>();
        for (TargetSpec target : specs) {
            facts.add(
                    TargetProbe.facts(target.name(), target.path(), target.choice(), Targets.requireExisting(target)));
        }
        Environment found = EnvironmentProbe.environment(facts, List.of(Binding.current()), SampleRunner.jvmFlags());
        Environment shown = anonymise ? masked(found, specs) : found;
        PrintWriter out = spec.commandLine().getOut();
        out.print(json ? Json.document(shown) : EnvironmentText.render(shown));
        out.flush();
        return ExitCode.OK;
    }

    private static Environment masked(Environment environment, List<TargetSpec> specs) {
        Map<Path, String> names =
                specs.stream().collect(Collectors.toMap(TargetSpec::path, TargetSpec::name, (first, second) -> first));
        return Json.mapTexts(environment, Environment.class, Anonymiser.of(names)::mask);
    }
}
