package io.pagetax.cli;

import io.pagetax.linux.syscall.Binding;
import io.pagetax.workload.AccessPath;
import io.pagetax.workload.Blocks;
import io.pagetax.workload.CacheState;
import io.pagetax.workload.Company;
import io.pagetax.workload.HitTeller;
import io.pagetax.workload.Ioengine;
import io.pagetax.workload.Rw;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Options that say which cells to run and for how long. What is not given comes from the profile. */
final class CellOptions extends SamplingOptions {

    @Option(
            names = "--rw",
            paramLabel = "LIST",
            hideParamSyntax = true,
            split = ",",
            converter = Converters.RwWord.class,
            description = "List of randread, read, randwrite, write.")
    @Nullable List<Rw> rw;

    @Option(
            names = "--bs",
            paramLabel = "LIST",
            hideParamSyntax = true,
            split = ",",
            converter = Converters.Size.class,
            description = "List of bytes per operation; default 4k.")
    @Nullable List<Long> blockSizes;

    @Option(
            names = "--path",
            paramLabel = "LIST",
            hideParamSyntax = true,
            split = ",",
            converter = Converters.PathWord.class,
            description =
                    "List of direct, buffered, dontcache, mmap, and two that look into the page cache first and then read "
                            + "past it: hybrid-cachestat, hybrid-nowait. Default: the first four.")
    @Nullable List<AccessPath> paths;

    @Option(
            names = "--cache",
            paramLabel = "LIST",
            hideParamSyntax = true,
            split = ",",
            converter = Converters.CacheWord.class,
            description =
                    "List of uncached, stray (a single page that no operation touches), mixed:P (P percent of the "
                            + "pages, drawn at random), dirty:P (the same, newer than the device; direct reads), cached.")
    @Nullable List<CacheState> caches;

    @Option(
            names = "--blocks",
            paramLabel = "LIST",
            hideParamSyntax = true,
            split = ",",
            converter = Converters.BlocksWord.class,
            description =
                    "List of all, resident, absent: which blocks of a file in a mixed or dirty state are visited, in "
                            + "random order. Other states have cells for all alone. Default: all.")
    List<Blocks> blocks = List.of(Blocks.ALL);

    @Option(
            names = "--ioengine",
            paramLabel = "LIST",
            hideParamSyntax = true,
            split = ",",
            converter = Converters.IoengineWord.class,
            description =
                    "List of psync, pvsync2, mmap, io_uring, filechannel, mappedbytebuffer; each path is measured "
                            + "with those that carry it. Default: psync, for dontcache pvsync2, for mmap mmap.")
    @Nullable List<Ioengine> ioengines;

    @Option(
            names = "--binding",
            paramLabel = "LIST",
            hideParamSyntax = true,
            split = ",",
            converter = Converters.BindingWord.class,
            description = "List of jna, ffm (JVM from 22 on): by which system calls are made; default jna, or what "
                    + "-D" + Binding.PROPERTY + " says. The JDK's own engines and copies from mappings make none.")
    @Nullable List<Binding> bindings;

    @Option(
            names = "--iodepth",
            paramLabel = "N",
            defaultValue = "1",
            description =
                    "Operations that each job keeps in flight; default ${DEFAULT-VALUE}. All engines but io_uring "
                            + "stay at 1.")
    int iodepth;

    @Option(
            names = "--hits",
            paramLabel = "LIST",
            hideParamSyntax = true,
            split = ",",
            converter = Converters.HitTellerWord.class,
            description =
                    "List of nowait, cachestat (buffered reads), faults (mmap): for each, cells more in which every "
                            + "read is told to be a hit or a miss, beside the plain ones. Default: none.")
    List<HitTeller> hits = List.of();

    @Option(
            names = "--control",
            arity = "0..1",
            paramLabel = "BOOL",
            fallbackValue = "true",
            defaultValue = "false",
            description =
                    "Measure each cell twice, under two names, and compare: how far two measurements of the same differ.")
    boolean control;

    @Option(
            names = "--numjobs",
            paramLabel = "N",
            defaultValue = "1",
            description = "Threads, each on its own share of the file; default ${DEFAULT-VALUE}.")
    int numjobs;

    @Option(
            names = "--beside",
            paramLabel = "LIST",
            hideParamSyntax = true,
            split = ",",
            converter = Converters.CompanyWord.class,
            description =
                    "List of none, direct:N, buffered:N, mmap:N, append, truncate, punch: what N other threads do to the "
                            + "file meanwhile, as fast as they can. Those that read have shares of their own, in the same "
                            + "state; the others work behind the end of the data. Default: none.")
    List<Company> company = List.of(Company.NONE);

    @Option(
            names = "--profile",
            order = HelpOrder.PROFILE,
            paramLabel = "quick|standard|full",
            description = "Set of cells and times from which the other options depart; default ${DEFAULT-VALUE}.",
            defaultValue = "quick",
            converter = ProfileWord.class)
    Profile profile = Profile.QUICK;

    List<Binding> bindings() {
        return bindings == null
                ? List.of(Binding.current())
                : bindings.stream().distinct().toList();
    }

    @Override
    SampleTimes defaults() {
        return profile;
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
