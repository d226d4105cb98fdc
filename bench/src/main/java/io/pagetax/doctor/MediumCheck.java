package io.pagetax.doctor;

import io.pagetax.linux.device.StorageLayer;
import io.pagetax.linux.device.StorageStack;
import io.pagetax.result.Finding;
import io.pagetax.result.Finding.Level;
import java.util.List;
import java.util.stream.Stream;

/** What a target rests on in the end. */
record MediumCheck(String target, StorageStack stack) implements Check {

    private static final String ID = "medium";

    @Override
    public Finding look() {
        String found = stack.describe();
        if (leaves(stack.top()).anyMatch(StorageLayer.Memory.class::isInstance)) {
            return new Finding(
                    ID,
                    target,
                    Level.BAD,
                    found + ": files in memory, where all is cached",
                    "--target a folder on a disk");
        }
        List<StorageLayer.Kind> kinds =
                leaves(stack.top()).map(StorageLayer::kind).toList();
        if (kinds.contains(StorageLayer.Kind.NETWORK)) {
            return new Finding(
                    ID,
                    target,
                    Level.BAD,
                    found + ": what another machine or process does is not seen here",
                    "--target a folder on a local disk");
        }
        if (kinds.contains(StorageLayer.Kind.UNKNOWN)) {
            return new Finding(ID, target, Level.WARN, found, "--target a folder on a disk that the system shows");
        }
        return stack.isMemory()
                ? new Finding(
                        ID,
                        target,
                        Level.WARN,
                        found + ": a disk in memory",
                        "fit for what software costs; for what a device costs, --target a folder on one")
                : Finding.ok(ID, target, found);
    }

    private static Stream<StorageLayer> leaves(StorageLayer layer) {
        return layer.below().isEmpty()
                ? Stream.of(layer)
                : layer.below().stream().flatMap(MediumCheck::leaves);
    }
}
