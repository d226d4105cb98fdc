package io.pagetax.cli;

import io.pagetax.linux.syscall.Binding;
import io.pagetax.workload.AccessPath;
import io.pagetax.workload.CacheState;
import io.pagetax.workload.Ioengine;
import io.pagetax.workload.Rw;
import io.pagetax.workload.Workload;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Options that say what {@code tax} measures and for how long. What is not given comes from the profile. */
final class TaxOptions extends SamplingOptions {

    @Option(
            names = "--bs",
            paramLabel = "LIST",
            hideParamSyntax = true,
            split = ",",
            converter = Converters.Size.class,
            description =
                    "List of bytes per operation. The first is measured in every state, the others in those that the "
                            + "taxes need. Default from the profile.")
    @Nullable List<Long> blockSizes;

    @Option(
            names = "--numjobs",
            paramLabel = "LIST",
            hideParamSyntax = true,
            split = ",",
            description = "List of numbers of threads, each on its own share of the file; default from the profile.")
    @Nullable List<Integer> jobs;

    @Option(
            names = "--iodepth",
            paramLabel = "LIST",
            hideParamSyntax = true,
            split = ",",
            description =
                    "List of operations that each job keeps in flight, by io_uring if more than 1; default from the "
                            + "profile.")
    @Nullable List<Integer> depths;

    @Option(
            names = "--binding",
            paramLabel = "jna|ffm",
            converter = Converters.BindingWord.class,
            description =
                    "By which system calls are made; default jna, or what -D" + Binding.PROPERTY + " says. Each call "
                            + "costs some 0.3 µs by jna that a C program does not pay, and a fraction of that by ffm (JVM from 22 "
                            + "on).")
    @Nullable Binding binding;

    @Option(
            names = "--precision",
            order = HelpOrder.TIMES,
            paramLabel = "PERCENT",
            converter = Converters.Percent.class,
            description = "Add rounds until the 95 %% interval of each tax is no wider than this to either side, or "
                    + "--max-time is over.")
    @Nullable Double precision;

    @Option(
            names = "--max-time",
            order = HelpOrder.TIMES,
            paramLabel = "TIME",
            converter = Converters.Time.class,
            description = "Begin no round that would not end within this time; the quick profile keeps to 4 minutes.")
    @Nullable Duration maxTime;

    @Option(
            names = "--profile",
            order = HelpOrder.PROFILE,
            paramLabel = "quick|standard|full",
            description = "quick: 4 KiB, one job, four minutes; standard: also block sizes, jobs, depths, hit ratios, "
                    + "sequential order; full: that for longer. Default ${DEFAULT-VALUE}.",
            defaultValue = "quick",
            converter = ProfileWord.class)
    TaxProfile profile = TaxProfile.QUICK;

    /** Random reads: the first of all lists together, then what the rest of each list changes of that. */
    List<Workload> bases() {
        List<Long> sizes = blockSizes == null ? profile.blockSizes() : blockSizes;
        List<Integer> threads = jobs == null ? profile.jobs() : jobs;
        List<Integer> queues = depths == null ? profile.depths() : depths;
        List<Workload> bases = new ArrayList<>();
        sizes.forEach(bytes -> bases.add(base(bytes, threads.get(0), queues.get(0))));
        threads.stream().skip(1).forEach(number -> bases.add(base(sizes.get(0), number, queues.get(0))));
        queues.stream().skip(1).forEach(depth -> bases.add(base(sizes.get(0), threads.get(0), depth)));
        return bases.stream().distinct().toList();
    }

    private Workload base(long blockSize, int threads, int depth) {
        int bytes = (int) Math.min(blockSize, Integer.MAX_VALUE);
        return new Workload(Rw.RANDREAD, AccessPath.DIRECT, CacheState.UNCACHED, bytes, sizeBytes, threads, seed)
                .by(depth == 1 ? Ioengine.PSYNC : Ioengine.IO_URING, depth);
    }

    Binding binding() {
        return binding == null ? Binding.current() : binding;
    }

    @Override
    SampleTimes defaults() {
        return profile;
    }

    /** The profile's own limit holds for what the profile asks, not for what a user asks beyond it. */
    @Nullable Duration limit() {
        boolean departs = rounds != null || precision != null || blockSizes != null || jobs != null || depths != null;
        return maxTime != null || departs || runtime != null ? maxTime : profile.limit();
    }

    @Override
    List<String> problems() {
        List<String> problems = super.problems();
        binding()
                .unavailabilityCause()
                .ifPresent(cause -> problems.add("--binding " + binding() + ": " + cause + "; set JAVA_HOME to one"));
        bases().stream()
                // A block size that the profile names and the file is too small for is left out, and not refused.
                .filter(base -> blockSizes != null
                        || base.blockSizeBytes() == bases().get(0).blockSizeBytes())
                .flatMap(base -> base.problems().stream())
                .distinct()
                .forEach(problems::add);
        return problems;
    }

    /** {@code quick}. */
    static final class ProfileWord implements ITypeConverter<TaxProfile> {
        @Override
        public TaxProfile convert(String word) {
            return switch (word) {
                case "quick" -> TaxProfile.QUICK;
                case "standard" -> TaxProfile.STANDARD;
                case "full" -> TaxProfile.FULL;
                default -> throw new TypeConversionException("'" + word + "' is not one of: quick, standard, full");
            };
        }
    }
}
