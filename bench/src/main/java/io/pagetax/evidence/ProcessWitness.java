package io.pagetax.evidence;

import io.pagetax.linux.device.StorageStack;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Gathers what this process and the machine did during a sample, for the sources that a profiler asked for. <b>Not
 * thread-safe.</b>
 */
public final class ProcessWitness implements AutoCloseable {

    private final Map<ProcessMeter, Source> meters = new LinkedHashMap<>();
    private Set<Source> started = EnumSet.noneOf(Source.class);

    /**
     * For all samples of this process.
     *
     * @param file that is measured; it exists
     */
    public ProcessWitness(Path file) throws IOException {
        meters.put(new DeviceMeter(StorageStack.of(file).bottomDevices()), Source.DEVICE);
        meters.put(new MemoryMeter(), Source.PAGECACHE);
        meters.put(new ProcessorMeter(), Source.CPU);
        meters.put(new PressureMeter(), Source.CPU);
        meters.put(new CollectionMeter(), Source.JVM);
        meters.put(new CompilationMeter(), Source.JVM);
        meters.put(new SafepointMeter(), Source.JVM);
        meters.put(new ClockMeter(), Source.CPU);
        meters.put(new HiccupMeter(), Source.CPU);
    }

    /** A sample begins. Where no profiler asked for anything, nothing is done. */
    public void startSample() throws IOException {
        started = EvidenceLedger.asked();
        for (Map.Entry<ProcessMeter, Source> meter : meters.entrySet()) {
            if (started.contains(meter.getValue())) {
                meter.getKey().start();
            }
        }
    }

    /** The sample is over: leaves what was seen to the profilers. */
    public void endSample() throws IOException {
        SampleEvidence.Builder evidence = new SampleEvidence.Builder();
        for (Map.Entry<ProcessMeter, Source> meter : meters.entrySet()) {
            if (started.contains(meter.getValue())) {
                meter.getKey().stop(evidence);
            }
        }
        EvidenceLedger.publishProcess(evidence.build());
    }

    @Override
    public void close() throws IOException {
        for (ProcessMeter meter : meters.keySet()) {
            meter.close();
        }
    }
}
