package io.pagetax.lab;

import io.pagetax.testfile.Layout;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;

/** Takes space in a fresh file system until it is filled as the plan says, if it wants that with traces of use. */
final class Occupation {

    private static final double PERCENT = 100;

    private final LabPlan plan;
    private final Variant variant;
    private final Commands commands;

    Occupation(LabPlan plan, Variant variant, Commands commands) {
        this.plan = plan;
        this.variant = variant;
        this.commands = commands;
    }

    void apply() throws IOException {
        if ((plan.fillPercent() == 0 && !plan.aged()) || !variant.type().isMounted()) {
            return;
        }
        Path folder = Blueprint.mountPoint(plan, variant).resolve("pagetax-lab-fill");
        commands.act("mkdir " + folder, () -> Files.createDirectory(folder));
        if (plan.aged()) {
            commands.act(
                    "# in " + folder + ": " + Ageing.DESCRIPTION,
                    () -> new Ageing(folder, plan.fillPercent() / PERCENT).apply(commands::isCancelled));
        }
        Path file = folder.resolve("rest");
        commands.act(
                "dd if=/dev/urandom of=" + file + " # until " + plan.fillPercent() + " % are taken", () -> fill(file));
        commands.run("sync", "--file-system", folder.toString());
    }

    private void fill(Path file) throws IOException {
        Files.createFile(file);
        FileStore store = Files.getFileStore(file);
        long wanted = Math.round(store.getTotalSpace() * (plan.fillPercent() / PERCENT));
        long missing = wanted - taken(store);
        if (missing > 0) {
            Layout.append(file, missing, commands::isCancelled);
        }
    }

    private static long taken(FileStore store) throws IOException {
        return store.getTotalSpace() - store.getUnallocatedSpace();
    }

    /** Share of a file system that is taken. */
    static double takenShare(Path folder) throws IOException {
        FileStore store = Files.getFileStore(folder);
        return (double) taken(store) / store.getTotalSpace();
    }

    /** Writes a file until there is no space left. */
    static void fillUp(Path file, BooleanSupplier cancelled) throws IOException {
        Files.createFile(file);
        Layout.appendUntilFull(file, cancelled);
    }
}
