package io.pagetax.cli;

import io.pagetax.campaign.Interruption;
import io.pagetax.lab.DeviceCheck;
import io.pagetax.lab.Lab;
import io.pagetax.lab.LabException;
import io.pagetax.lab.LabPlan;
import io.pagetax.lab.Needs;
import io.pagetax.lab.Preparation;
import io.pagetax.lab.Variant;
import io.pagetax.lab.Variants;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code pagetax lab up}. */
@Command(
        name = "up",
        sortOptions = false,
        description = "Makes scratch file systems, side by side or in turn on one device. Needs root.")
@SuppressWarnings("NullAway.Init") // picocli sets the annotated fields
final class LabUpCommand implements Callable<Integer> {

    private static final long DEFAULT_SIZE = 1L << 30;
    private static final int MAX_FILL = 90;
    private static final int USUAL_FILL = 50;
    private static final long MEBI = 1L << 20;

    @Option(
            names = "--fs",
            required = true,
            split = ",",
            hideParamSyntax = true,
            paramLabel = "LIST",
            description =
                    "List of [NAME=]VARIANT, with VARIANT one of: ext4, xfs, btrfs, raw (the device itself), tmpfs, "
                            + "ext4-journal (data=journal), ext4-nojournal, xfs-noreflink, btrfs-nodatacow, btrfs-zstd, "
                            + "overlay-VARIANT.")
    List<String> fileSystems;

    @Option(
            names = "--backing",
            paramLabel = "loop|zram|device=PATH",
            defaultValue = "loop",
            description =
                    "What they lie on: files behind loop devices with direct I/O, compressed memory, or parts of a "
                            + "block device whose contents are lost. Default ${DEFAULT-VALUE}.")
    String backing;

    @Option(
            names = "--size",
            paramLabel = "SIZE",
            converter = Converters.Size.class,
            description = "Bytes of each; default 1g, and of a device equal shares of all of it.")
    @Nullable Long size;

    @Option(
            names = "--mkfs-opts",
            paramLabel = "NAME=OPTIONS",
            description = "More options for the program that makes the file system of this name, such as xfs='-m "
                    + "reflink=0'. Repeatable.")
    Map<String, String> mkfsOptions = new LinkedHashMap<>();

    @Option(
            names = "--mount-opts",
            paramLabel = "NAME=OPTIONS",
            description = "More options for mounting it, such as ext4=noatime,data=journal. Repeatable.")
    Map<String, String> mountOptions = new LinkedHashMap<>();

    @Option(
            names = "--in-turn",
            arity = "0..1",
            paramLabel = "BOOL",
            fallbackValue = "true",
            defaultValue = "false",
            description =
                    "With --backing device=PATH: each has the whole device to itself, one after the other, so that "
                            + "all are measured on the same blocks; discarded between.")
    boolean inTurn;

    @Option(
            names = "--fill",
            paramLabel = "PERCENT",
            description =
                    "Share of each file system that is filled before anything is measured. Default 0, with --age 50.")
    @Nullable String fill;

    @Option(
            names = "--age",
            arity = "0..1",
            paramLabel = "BOOL",
            fallbackValue = "true",
            defaultValue = "false",
            description = "Let files come and go before, so that free space lies in pieces.")
    boolean aged;

    @Option(
            names = "--destroy",
            paramLabel = "PATH",
            description =
                    "The path of --backing device=PATH once more, if something is on it that is to be given up. What "
                            + "is in use is never taken.")
    @Nullable Path destroy;

    @Option(
            names = "--dry-run",
            order = HelpOrder.OUTPUT,
            arity = "0..1",
            paramLabel = "BOOL",
            fallbackValue = "true",
            defaultValue = "false",
            description = "Print each command that would change something; change nothing.")
    boolean dryRun;

    @Mixin
    LabOptions options;

    @Mixin
    HelpOptions help;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Interruption interruption = new Interruption();
        Lab lab =
                dryRun ? options.shown(spec.commandLine()) : options.lab(spec.commandLine(), interruption::isRequested);
        LabPlan plan = plan(lab.directory());
        if (!dryRun) {
            LabOptions.requireRoot(spec.commandLine());
        }
        List<String> missing = Needs.missing(plan);
        if (!missing.isEmpty()) {
            throw new LabException(String.join("; ", missing));
        }
        Preparation preparation = preparation(plan);
        if (dryRun) {
            lab.show(plan, preparation);
            spec.commandLine().getOut().flush();
            return ExitCode.OK;
        }
        StopSignals.handle(interruption);
        try {
            lab.up(plan, preparation);
        } catch (InterruptedIOException cancelled) {
            String rest = lab.status().isEmpty() ? "; what was made is removed" : "";
            spec.commandLine().getErr().println("pagetax: stopped" + rest);
            return ExitCode.INTERRUPTED;
        }
        LabStatusCommand.print(lab.status().orElseThrow(), spec.commandLine());
        return ExitCode.OK;
    }

    private Preparation preparation(LabPlan plan) throws IOException {
        if (plan.device() == null) {
            return Preparation.NONE;
        }
        DeviceCheck check = DeviceCheck.of(plan.device());
        spec.commandLine().getErr().println(check.describe());
        spec.commandLine().getErr().flush();
        return check.prepare(plan, destroy);
    }

    private LabPlan plan(Path directory) throws IOException {
        Path device = device();
        requireTurnsToMakeSense(device);
        return new LabPlan(
                directory,
                variants(),
                device != null
                        ? LabPlan.Backing.DEVICE
                        : backing.equals("zram") ? LabPlan.Backing.ZRAM : LabPlan.Backing.LOOP,
                device,
                device == null && size == null ? Long.valueOf(DEFAULT_SIZE) : size,
                inTurn,
                fillPercent(),
                aged);
    }

    private List<Variant> variants() {
        try {
            return Variants.parse(fileSystems, mkfsOptions, mountOptions);
        } catch (IllegalArgumentException wrong) {
            throw usage(wrong.getMessage());
        }
    }

    private @Nullable Path device() throws IOException {
        String prefix = "device=";
        if (backing.startsWith(prefix) && backing.length() > prefix.length()) {
            Path path = Path.of(backing.substring(prefix.length()));
            return Files.exists(path) ? path.toRealPath() : path;
        }
        if (!List.of("loop", "zram").contains(backing)) {
            throw usage("--backing " + backing + ": not one of: loop, zram, device=PATH");
        }
        return null;
    }

    private void requireTurnsToMakeSense(@Nullable Path device) {
        if (inTurn && (device == null || size != null)) {
            throw usage("--in-turn: needs --backing device=PATH, of which each takes all, whatever --size");
        }
        if (destroy != null && device == null) {
            throw usage("--destroy " + destroy + ": needs --backing device=PATH");
        }
        if (size != null && (size < MEBI || size % MEBI != 0)) {
            throw usage("--size " + size + ": not a multiple of 1m");
        }
    }

    private int fillPercent() {
        if (fill == null) {
            return aged ? USUAL_FILL : 0;
        }
        String number = fill.endsWith("%") ? fill.substring(0, fill.length() - 1) : fill;
        if (!number.matches("\\d{1,2}") || Integer.parseInt(number) > MAX_FILL) {
            throw usage("--fill " + fill + ": not a percentage from 0 to " + MAX_FILL);
        }
        return Integer.parseInt(number);
    }

    private ParameterException usage(@Nullable String problem) {
        return new ParameterException(spec.commandLine(), String.valueOf(problem));
    }
}
