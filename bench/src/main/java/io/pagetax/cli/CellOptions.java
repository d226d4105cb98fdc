package io.pagetax.cli;

import io.pagetax.workload.AccessPath;
import io.pagetax.workload.CacheState;
import io.pagetax.workload.Rw;
import io.pagetax.workload.Workload;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Options that say which cells to run and for how long. What is not given comes from the profile. */
final class CellOptions {

    private static final int MAX_ROUNDS = 1000;

    @Option(
            names = "--profile",
            paramLabel = "quick|standard|full",
            description = "Set of cells and times from which the other options depart; default ${DEFAULT-VALUE}.",
            defaultValue = "quick",
            converter = ProfileWord.class)
    Profile profile = Profile.QUICK;

    @Option(
            names = "--rw",
            paramLabel = "LIST",
            hideParamSyntax = true,
            split = ",",
            converter = Converters.RwWord.class,
            description = "List of randread, read, randwrite, write.")
    @Nullable List<Rw> rw;

    @Option(
            names = "--path",
            paramLabel = "LIST",
            hideParamSyntax = true,
            split = ",",
            converter = Converters.PathWord.class,
            description = "List of direct, buffered, dontcache, mmap.")
    @Nullable List<AccessPath> paths;

    @Option(
            names = "--cache",
            paramLabel = "LIST",
            hideParamSyntax = true,
            split = ",",
            converter = Converters.CacheWord.class,
            description = "List of uncached, mixed:P (P percent of the pages, drawn at random), cached.")
    @Nullable List<CacheState> caches;

    @Option(
            names = "--bs",
            paramLabel = "LIST",
            hideParamSyntax = true,
            split = ",",
            converter = Converters.Size.class,
            description = "List of bytes per operation; default 4k.")
    @Nullable List<Long> blockSizes;

    @Option(
            names = "--size",
            paramLabel = "SIZE",
            converter = Converters.Size.class,
            defaultValue = "256m",
            description = "Bytes of the file; default ${DEFAULT-VALUE}.")
    long sizeBytes;

    @Option(
            names = "--numjobs",
            paramLabel = "N",
            defaultValue = "1",
            description = "Threads, each on its own share of the file; default ${DEFAULT-VALUE}.")
    int numjobs;

    @Option(
            names = "--runtime",
            paramLabel = "TIME",
            converter = Converters.Time.class,
            description = "Recorded time of each sample; default from the profile.")
    @Nullable Duration runtime;

    @Option(
            names = {"--warmup", "--ramp_time"},
            paramLabel = "TIME",
            converter = Converters.Time.class,
            description = "Unrecorded time before each sample; default from the profile.")
    @Nullable Duration warmup;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            description = "Samples of each cell; below 6 there is no interval for a median. Default from the profile.")
    @Nullable Integer rounds;

    @Option(
            names = "--randseed",
            paramLabel = "N",
            defaultValue = "42",
            description = "Seed of offsets, of the mixed state and of the order of cells; default ${DEFAULT-VALUE}.")
    long seed;

    Duration runtime() {
        return runtime == null ? profile.runtime() : runtime;
    }

    Duration warmup() {
        return warmup == null ? profile.warmup() : warmup;
    }

    int rounds() {
        return rounds == null ? profile.rounds() : rounds;
    }

    long seed() {
        return seed;
    }

    long sizeBytes() {
        return sizeBytes;
    }

    /** The profile's cells, or, as soon as one list of the cross product is given, the product of all. */
    List<Workload> workloads() {
        Set<Workload> all = new LinkedHashSet<>();
        if (rw == null && paths == null && caches == null) {
            for (Workload workload : profile.workloads()) {
                addBlockSizes(workload.rw(), workload.path(), workload.cache(), all);
            }
            return new ArrayList<>(all);
        }
        for (Rw order : rw == null ? List.of(Rw.RANDREAD) : rw) {
            for (AccessPath path : paths == null ? defaultPaths(order) : paths) {
                for (CacheState cache : caches == null ? List.of(CacheState.UNCACHED) : caches) {
                    addBlockSizes(order, path, cache, all);
                }
            }
        }
        return new ArrayList<>(all);
    }

    private static List<AccessPath> defaultPaths(Rw order) {
        return order.isWrite() ? List.of(AccessPath.DIRECT, AccessPath.BUFFERED) : List.of(AccessPath.values());
    }

    private void addBlockSizes(Rw order, AccessPath path, CacheState cache, Set<Workload> all) {
        for (long blockSize : blockSizes == null ? List.of(4096L) : blockSizes) {
            int bytes = (int) Math.min(blockSize, Integer.MAX_VALUE);
            all.add(new Workload(order, path, cache, bytes, sizeBytes, numjobs, seed));
        }
    }

    /** What is wrong with the times, in sentences for a user. */
    List<String> problems() {
        List<String> problems = new ArrayList<>();
        if (rounds() < 1 || rounds() > MAX_ROUNDS) {
            problems.add("--rounds " + rounds() + ": not from 1 to " + MAX_ROUNDS);
        }
        if (runtime().toMillis() < 1) {
            problems.add("--runtime: at least 1ms");
        }
        return problems;
    }

    /** {@code quick}. */
    static final class ProfileWord implements ITypeConverter<Profile> {
        @Override
        public Profile convert(String word) {
            return switch (word) {
                case "quick" -> Profile.QUICK;
                case "standard" -> Profile.STANDARD;
                case "full" -> Profile.FULL;
                default -> throw new TypeConversionException("'" + word + "' is not one of: quick, standard, full");
            };
        }
    }
}
