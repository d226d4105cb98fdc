package io.pagetax.report;

import io.pagetax.result.Row;
import io.pagetax.result.Run;
import io.pagetax.result.RunFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/**
 * Files of a run that its page holds, so that one file is all that needs to be kept or sent.
 *
 * @param packed by name: base64 of gzip
 * @param offered one for each file that there is, held by the page or not
 */
public record Downloads(Map<String, String> packed, List<Offer> offered) {

    /** Beyond that a page would open slowly. */
    private static final int MOST_PACKED_LENGTH = 6 << 20;

    /** No page can hold a file like that; it is not even tried. */
    private static final long LARGEST_FILE = 32L << 20;

    private static final List<String> FIRST = List.of(RunFiles.RECORD, "rows.csv", "cells.fio", RunFiles.JOURNAL);
    private static final List<String> LAST = List.of(RunFiles.INTERVALS, "jmh.json");

    /**
     * A file.
     *
     * @param held whether the page holds it
     */
    public record Offer(String name, String size, boolean held) {}

    /** Of a run without files. */
    public static Downloads none() {
        return new Downloads(Map.of(), List.of());
    }

    /**
     * Those of a run, the small ones first until the page is full.
     *
     * @param folders each file is that of the first folder that has it
     */
    public static Downloads of(List<Path> folders, Run run) throws IOException {
        Map<String, String> packed = new LinkedHashMap<>();
        List<Offer> offered = new ArrayList<>();
        long length = 0;
        for (String name : names(run)) {
            Optional<Path> file = folders.stream()
                    .map(folder -> folder.resolve(name))
                    .filter(Files::isRegularFile)
                    .findFirst();
            if (file.isPresent()) {
                long size = Files.size(file.get());
                String held = size <= LARGEST_FILE ? pack(file.get()) : "";
                boolean fits = !held.isEmpty() && length + held.length() <= MOST_PACKED_LENGTH;
                if (fits) {
                    packed.put(name, held);
                    length += held.length();
                }
                offered.add(new Offer(name, String.valueOf(Units.bytes(size)), fits));
            }
        }
        return new Downloads(packed, offered);
    }

    /** Names in a run are not to lead out of its directory. */
    private static List<String> names(Run run) {
        Stream<String> histograms = run.rows().stream()
                .map(Row::id)
                .flatMap(id -> Stream.of(id + ".hgrm", id + "-hit.hgrm", id + "-miss.hgrm"))
                .filter(name -> name.indexOf('/') < 0 && name.indexOf('\0') < 0);
        return Stream.of(FIRST.stream(), histograms, LAST.stream())
                .flatMap(names -> names)
                .toList();
    }

    private static String pack(Path file) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            Files.copy(file, out);
        }
        return Base64.getEncoder().encodeToString(packed.toByteArray());
    }
}
