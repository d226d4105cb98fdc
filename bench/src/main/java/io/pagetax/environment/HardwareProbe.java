package io.pagetax.environment;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import oshi.SystemInfo;
import oshi.hardware.CentralProcessor;
import oshi.hardware.CentralProcessor.LogicalProcessor;
import oshi.hardware.ComputerSystem;
import oshi.hardware.HardwareAbstractionLayer;

/**
 * What OSHI tells of the hardware. The only place that knows OSHI: its classes take some tenths of a second to load.
 *
 * @param cpu name of the processor
 * @param vendor of the machine
 */
record HardwareProbe(
        @Nullable String cpu,
        @Nullable String vendor,
        @Nullable String model,
        @Nullable Integer sockets,
        @Nullable Integer physicalCores,
        @Nullable Integer logicalProcessors,
        @Nullable Integer numaNodes) {

    /** Reads them. Whatever goes wrong leaves them null. */
    static HardwareProbe read() {
        try {
            return of(new SystemInfo().getHardware());
        } catch (RuntimeException | LinkageError unreadable) {
            // OSHI asks many sources of many systems; one odd answer must not keep anybody from measuring.
            return new HardwareProbe(null, null, null, null, null, null, null);
        }
    }

    private static HardwareProbe of(HardwareAbstractionLayer hardware) {
        CentralProcessor processor = hardware.getProcessor();
        ComputerSystem computer = hardware.getComputerSystem();
        List<LogicalProcessor> logical = processor.getLogicalProcessors();
        return new HardwareProbe(
                told(processor.getProcessorIdentifier().getName()),
                told(computer.getManufacturer()),
                told(computer.getModel()),
                positive(processor.getPhysicalPackageCount()),
                positive(processor.getPhysicalProcessorCount()),
                positive(logical.size()),
                positive((int) logical.stream()
                        .map(LogicalProcessor::getNumaNode)
                        .distinct()
                        .count()));
    }

    private static @Nullable String told(String text) {
        String word = text.strip();
        return word.isEmpty() || word.toLowerCase(Locale.ROOT).equals("unknown") ? null : Identifiers.leftOutOf(word);
    }

    private static @Nullable Integer positive(int number) {
        return number > 0 ? number : null;
    }
}
