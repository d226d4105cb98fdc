package io.pagetax.export;

import io.pagetax.environment.Anonymiser;
import io.pagetax.result.Journal;
import io.pagetax.result.JournalEntry;
import io.pagetax.result.Json;
import io.pagetax.result.Run;
import io.pagetax.result.RunFiles;
import io.pagetax.result.TargetFacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a run recorded, once more. */
final class RunCopy {

    private static final String JMH = "jmh.json";

    /** They hold names of rows and numbers, nothing else. */
    private static final Pattern OF_NUMBERS =
            Pattern.compile("(.*\\.hgrm|latency\\.hlog|schemes\\.json|scheme-costs\\.json)");

    /** The same, and what tells whose machine it was. */
    private static final Pattern RECORDED = Pattern.compile("(run\\.json|rows\\.jsonl|jmh\\.json|" + OF_NUMBERS + ")");

    /** As a run is called if nobody gave it a name. */
    private static final Pattern HOST_AND_TIME = Pattern.compile("(.+)-(\\d{8}T\\d{6}Z)");

    private RunCopy() {}

    /**
     * Copies it.
     *
     * @param site the folder in which the copy gets a folder of its own; one of the same name is replaced
     */
    static RunFiles into(Path site, RunFiles files, boolean anonymous) throws IOException {
        Path name = files.folder().toAbsolutePath().normalize().getFileName();
        String plain = name == null ? files.run().id() : name.toString();
        if (!anonymous) {
            Path folder = Files.createDirectories(site.resolve(plain));
            copy(files.folder(), RECORDED, folder);
            return new RunFiles(folder, files.run(), files.samples());
        }
        Anonymiser anonymiser = anonymiser(files.run());
        Path folder = Files.createDirectories(unused(site, masked(plain, anonymiser)));
        copy(files.folder(), OF_NUMBERS, folder);
        return mask(files, Publication.anonymous(anonymiser), masked(files.run().id(), anonymiser), folder);
    }

    private static Anonymiser anonymiser(Run run) {
        Map<Path, String> names = new HashMap<>();
        for (TargetFacts target : run.environment().targets()) {
            names.put(Path.of(target.path()), target.name());
        }
        Matcher named = HOST_AND_TIME.matcher(run.id());
        return named.matches() ? Anonymiser.of(names, named.group(1)) : Anonymiser.of(names);
    }

    private static String masked(String name, Anonymiser anonymiser) {
        Matcher named = HOST_AND_TIME.matcher(name);
        return named.matches() ? Anonymiser.HOST + "-" + named.group(2) : anonymiser.mask(name);
    }

    /** Two hosts may have begun in the same second. */
    private static Path unused(Path site, String name) {
        Path folder = site.resolve(name);
        for (int number = 2; Files.exists(folder); number++) {
            folder = site.resolve(name + "-" + number);
        }
        return folder;
    }

    private static RunFiles mask(RunFiles files, Publication publication, String id, Path folder) throws IOException {
        Run run = publication.of(files.run()).named(id);
        Files.writeString(folder.resolve(RunFiles.RECORD), Json.document(run));
        List<JournalEntry> samples =
                files.samples().stream().map(publication::of).toList();
        Journal.write(folder.resolve(RunFiles.JOURNAL), samples);
        Path jmh = files.folder().resolve(JMH);
        if (Files.exists(jmh)) {
            Files.writeString(folder.resolve(JMH), publication.ofJson(Files.readString(jmh)));
        }
        return new RunFiles(folder, run, samples);
    }

    private static void copy(Path from, Pattern names, Path to) throws IOException {
        try (Stream<Path> all = Files.list(from)) {
            for (Path file : all.sorted().toList()) {
                Path name = file.getFileName();
                if (name != null && names.matcher(name.toString()).matches()) {
                    Files.copy(file, to.resolve(name), StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }
}
