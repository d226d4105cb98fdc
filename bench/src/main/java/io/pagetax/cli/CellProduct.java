package io.pagetax.cli;

import io.pagetax.campaign.TargetSpec;
import io.pagetax.linux.syscall.Binding;
import io.pagetax.plan.Cell;
import io.pagetax.workload.AccessPath;
import io.pagetax.workload.Blocks;
import io.pagetax.workload.CacheState;
import io.pagetax.workload.HitTeller;
import io.pagetax.workload.Ioengine;
import io.pagetax.workload.Rw;
import io.pagetax.workload.Workload;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The cells that a user's lists make: the cross product, less what no engine named can do. */
final class CellProduct {

    private static final long DEFAULT_BLOCK_SIZE = 4096;

    private final CellOptions options;

    CellProduct(CellOptions options) {
        this.options = options;
    }

    /** Each workload on each target by each binding; those to which the binding does not matter, once. */
    List<Cell> cells(List<TargetSpec> targets) {
        Set<Cell> all = new LinkedHashSet<>();
        for (TargetSpec target : targets) {
            for (Workload workload : workloads()) {
                options.bindings().stream()
                        .map(binding -> Cell.of(target.name(), workload, binding))
                        .flatMap(cell -> options.control ? Stream.of(cell, cell.again()) : Stream.of(cell))
                        .forEach(all::add);
            }
        }
        return List.copyOf(all);
    }

    /** The profile's cells, or, as soon as one list of the cross product is given, the product of all. */
    private Set<Workload> workloads() {
        Set<Workload> all = new LinkedHashSet<>();
        if (options.rw == null && options.paths == null && options.caches == null && options.ioengines == null) {
            options.profile
                    .workloads()
                    .forEach(workload -> addEngines(workload.rw(), workload.path(), workload.cache(), all));
            return all;
        }
        for (Rw order : orders()) {
            for (AccessPath path : paths(order)) {
                for (CacheState cache : options.caches == null ? List.of(CacheState.UNCACHED) : options.caches) {
                    addEngines(order, path, cache, all);
                }
            }
        }
        return all;
    }

    private List<Rw> orders() {
        return options.rw == null ? List.of(Rw.RANDREAD) : options.rw;
    }

    /** As asked for, or all that there are for an order; the latter may lack an engine and then have no cell. */
    private List<AccessPath> paths(Rw order) {
        if (options.paths != null) {
            return options.paths;
        }
        return Arrays.stream(AccessPath.values())
                .filter(path -> !path.looksFirst() && (path.writes() || !order.isWrite()))
                .toList();
    }

    private List<Ioengine> engines(AccessPath path) {
        return options.ioengines == null
                ? List.of(Ioengine.defaultOf(path))
                : options.ioengines.stream()
                        .filter(engine -> engine.carries(path))
                        .toList();
    }

    private void addEngines(Rw order, AccessPath path, CacheState cache, Set<Workload> all) {
        for (Ioengine engine : engines(path)) {
            for (long blockSize : options.blockSizes == null ? List.of(DEFAULT_BLOCK_SIZE) : options.blockSizes) {
                int bytes = (int) Math.min(blockSize, Integer.MAX_VALUE);
                Workload plain = new Workload(
                                order, path, cache, bytes, options.sizeBytes, options.numjobs, options.seed)
                        .by(engine, staysAtOne(engine) ? 1 : options.iodepth);
                blocks(plain).map(visited -> plain.in(cache, visited)).forEach(each -> addAccompanied(each, all));
            }
        }
    }

    private void addAccompanied(Workload alone, Set<Workload> all) {
        options.company.forEach(company -> addTold(alone.beside(company, options.numjobs), all));
    }

    private void addTold(Workload plain, Set<Workload> all) {
        all.add(plain);
        tellers().filter(teller -> teller.fits(plain)).map(plain::telling).forEach(all::add);
    }

    /** Those asked for, of which states that are all one have a single one. */
    private Stream<Blocks> blocks(Workload plain) {
        boolean parted = plain.cache().isDrawn() && plain.rw().isRandom();
        return parted ? options.blocks.stream().distinct() : Stream.of(Blocks.ALL);
    }

    private Stream<HitTeller> tellers() {
        return options.hits.stream().filter(teller -> teller != HitTeller.NONE).distinct();
    }

    private boolean staysAtOne(Ioengine engine) {
        return options.iodepth > 1 && !engine.queues();
    }

    /** What will not be done as asked, in sentences for a user. */
    List<String> warnings() {
        return workloads().stream()
                .map(Workload::ioengine)
                .distinct()
                .filter(this::staysAtOne)
                .map(engine -> "--iodepth " + options.iodepth + ": --ioengine " + engine
                        + " keeps one operation in flight, so its cells have a depth of 1")
                .toList();
    }

    /** What is wrong with the cells, in sentences for a user. */
    List<String> problems() {
        List<String> problems = new ArrayList<>(engineProblems());
        Set<Workload> workloads = workloads();
        tellers()
                .filter(teller -> workloads.stream().noneMatch(workload -> workload.hits() == teller))
                .map(teller ->
                        "--hits " + teller + ": fits none of the cells asked for; accepted: " + teller.accepted())
                .forEach(problems::add);
        options.blocks.stream()
                .filter(asked -> workloads.stream().noneMatch(workload -> workload.blocks() == asked))
                .map(asked -> "--blocks " + asked
                        + ": fits none of the cells asked for; accepted: random order and --cache mixed:P or dirty:P")
                .forEach(problems::add);
        workloads.stream()
                .flatMap(workload -> workload.problems().stream())
                .distinct()
                .forEach(problems::add);
        for (Binding binding : options.bindings()) {
            binding.unavailabilityCause()
                    .ifPresent(cause -> problems.add("--binding " + binding + ": " + cause + "; set JAVA_HOME to one"));
        }
        return problems;
    }

    private List<String> engineProblems() {
        if (options.ioengines == null) {
            return List.of();
        }
        String option = "--ioengine " + Ioengine.words(options.ioengines) + ": ";
        List<AccessPath> paths = orders().stream()
                .flatMap(order -> paths(order).stream())
                .distinct()
                .toList();
        if (options.paths != null) {
            List<String> uncarried = paths.stream()
                    .filter(path -> engines(path).isEmpty())
                    .map(path -> option + "does not carry --path " + path + "; accepted: "
                            + Ioengine.words(Ioengine.of(path)))
                    .toList();
            if (!uncarried.isEmpty()) {
                return uncarried;
            }
        }
        return options.ioengines.stream()
                .filter(engine -> paths.stream().noneMatch(engine::carries))
                .map(engine -> "--ioengine " + engine + ": carries none of the paths "
                        + paths.stream().map(AccessPath::word).collect(Collectors.joining(", ")) + "; accepted: "
                        + Ioengine.words(Arrays.stream(Ioengine.values())
                                .filter(other -> paths.stream().anyMatch(other::carries))
                                .toList()))
                .toList();
    }
}
