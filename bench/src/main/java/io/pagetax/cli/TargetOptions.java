package io.pagetax.cli;

import io.pagetax.campaign.TargetSpec;
import io.pagetax.lab.LabUse;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Options that say where to measure. */
final class TargetOptions {

    @Option(
            names = "--target",
            paramLabel = "[NAME=]PATH",
            description = "A folder: a data file is made there and removed again. An existing file or block device is "
                    + "opened read-only, and cells that write are refused or left out, unless --allow-overwrite. "
                    + "Repeatable. Default: the first writable folder on a disk.")
    List<String> targets = new ArrayList<>();

    @Option(
            names = "--lab",
            arity = "0..1",
            paramLabel = "DIR",
            fallbackValue = "/var/tmp/pagetax-lab",
            description =
                    "All file systems that 'pagetax lab up' made, by their names; those that have a device in turn "
                            + "get it in every round. Without DIR the lab in ${FALLBACK-VALUE}.")
    @Nullable Path lab;

    @Option(
            names = "--allow-overwrite",
            arity = "0..1",
            paramLabel = "BOOL",
            fallbackValue = "true",
            defaultValue = "false",
            description = "Also write to existing files and devices that --target names. Their contents are lost.")
    boolean allowOverwrite;

    /**
     * What was chosen.
     *
     * @param allowOverwrite whether what exists may be written to, as devices of a lab's own may
     * @param use of the lab, which stays as it is until this is closed; null if there is none
     */
    record Choice(
            List<TargetSpec> specs,
            boolean allowOverwrite,
            @Nullable LabUse use) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            if (use != null) {
                use.close();
            }
        }
    }

    /**
     * The targets, in a fixed order.
     *
     * @param anonymous as {@link Targets#parse} takes it
     * @param cancelled ends a change of turns
     */
    Choice choose(boolean anonymous, CommandLine command, BooleanSupplier cancelled) throws IOException {
        if (lab == null) {
            return new Choice(Targets.parse(targets, anonymous, command), allowOverwrite, null);
        }
        if (!targets.isEmpty()) {
            throw new ParameterException(command, "--lab: its file systems are the targets; leave out --target");
        }
        LabTargets found = LabTargets.of(lab, cancelled);
        return new Choice(found.specs(), true, found.use());
    }
}
