package io.pagetax.export;

import io.pagetax.result.Params;
import io.pagetax.result.Row;
import io.pagetax.result.Run;
import io.pagetax.result.TargetFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The cells of a run as a job file of fio, as far as fio has the like. */
final class FioJob implements Export {

    private static final Map<String, String> ENGINES =
            Map.of("psync", "psync", "pvsync2", "pvsync2", "io_uring", "io_uring", "mmap", "mmap");

    @Override
    public String fileName() {
        return "cells.fio";
    }

    /** A section for each row; a comment in place of those that fio cannot run. */
    @Override
    public String render(Run run) {
        List<String> lines = new ArrayList<>(List.of(
                "; the cells of " + run.id() + ", as far as fio has the like",
                "[global]",
                "time_based=1",
                "runtime=" + run.settings().runtimeMs() * run.settings().rounds() + "ms",
                "ramp_time=" + run.settings().warmupMs() + "ms",
                "randseed=" + run.seed(),
                "group_reporting=1"));
        run.rows().forEach(row -> lines.addAll(section(row, run.environment().targets())));
        return String.join("\n", lines) + "\n";
    }

    private static List<String> section(Row row, List<TargetFacts> targets) {
        Params params = row.params();
        String engine = ENGINES.get(params.ioengine());
        Optional<String> cache = cache(params);
        Optional<String> path = path(params);
        boolean plain = params.beside() == null && params.blocks() == null && params.hits() == null;
        if (engine == null || cache.isEmpty() || path.isEmpty() || !plain) {
            return List.of("", "; " + row.id() + ": fio has no such cell");
        }
        List<String> lines = new ArrayList<>(List.of("", "[" + row.id() + "]", "stonewall"));
        targets.stream()
                .filter(target -> target.name().equals(row.target()))
                .findFirst()
                .ifPresent(target -> lines.add(place(target)));
        lines.addAll(List.of(
                "size=" + params.size(),
                "rw=" + params.rw(),
                "bs=" + params.bs(),
                "ioengine=" + engine,
                "iodepth=" + params.iodepth(),
                "numjobs=" + params.numjobs(),
                path.get(),
                cache.get()));
        return lines;
    }

    /** A device has no file system; that a target was a file is not recorded, and its folder will do. */
    private static String place(TargetFacts target) {
        return (target.volume() == null && target.filesystem() == null ? "filename=" : "directory=") + target.path();
    }

    private static Optional<String> path(Params params) {
        return switch (params.path()) {
            case "direct" -> Optional.of("direct=1");
            case "buffered", "mmap" -> Optional.of("direct=0");
            default -> Optional.empty();
        };
    }

    private static Optional<String> cache(Params params) {
        return switch (params.cache()) {
            case "uncached" -> Optional.of("invalidate=1");
            case "cached" -> Optional.of("invalidate=0\npre_read=1");
            default -> Optional.empty();
        };
    }
}
