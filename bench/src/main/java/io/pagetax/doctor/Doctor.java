package io.pagetax.doctor;

import io.pagetax.environment.EnvironmentProbe;
import io.pagetax.environment.SystemFiles;
import io.pagetax.latency.Clock;
import io.pagetax.linux.device.StorageStack;
import io.pagetax.linux.system.Cgroup;
import io.pagetax.linux.system.MemoryInfo;
import io.pagetax.linux.uring.IoUring;
import io.pagetax.result.Diagnosis;
import io.pagetax.result.Environment;
import io.pagetax.result.Finding;
import io.pagetax.result.ProcessorFacts;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Looks at this machine and at targets. */
public final class Doctor {

    private static final Duration WATCHED = Duration.ofSeconds(1);

    private final List<Subject> subjects;
    private final long sizeBytes;

    /**
     * For a run that is planned.
     *
     * @param sizeBytes of each data file
     */
    public Doctor(List<Subject> subjects, long sizeBytes) {
        this.subjects = subjects;
        this.sizeBytes = sizeBytes;
    }

    /**
     * Takes about two seconds, one of which it only watches what others do. Writes nothing to the targets.
     *
     * @throws IOException if a target cannot be looked at
     */
    public Diagnosis examine() throws IOException {
        Environment environment = EnvironmentProbe.environment(List.of(), List.of(), List.of());
        Map<Subject, StorageStack> stacks = new LinkedHashMap<>();
        for (Subject subject : subjects) {
            stacks.put(subject, StorageStack.of(subject.path()));
        }
        Set<String> disks = stacks.values().stream()
                .flatMap(stack -> stack.bottomDevices().stream())
                .collect(Collectors.toSet());
        Watch watch = Watch.during(WATCHED, disks);
        List<Check> checks = new ArrayList<>(ofMachine(environment, watch));
        for (Map.Entry<Subject, StorageStack> target : stacks.entrySet()) {
            checks.addAll(ofTarget(target.getKey(), target.getValue(), watch));
        }
        List<Finding> findings = new ArrayList<>();
        for (Check check : checks) {
            findings.add(check.look());
        }
        return Diagnosis.of(findings);
    }

    private List<Check> ofMachine(Environment environment, Watch watch) throws IOException {
        SystemFiles files = SystemFiles.OF_THIS_MACHINE;
        ProcessorFacts.Frequency frequency = environment.processor().frequency();
        MemoryInfo memory = MemoryInfo.read();
        return List.of(
                new GovernorCheck(frequency),
                new TurboCheck(frequency),
                new BatteryCheck(files),
                new ClockSourceCheck(environment.machine()),
                new ClockCostCheck(Clock.measure()),
                new LoadCheck(files, environment.cores()),
                new NeighboursCheck(watch),
                new StealCheck(watch),
                new CpuQuotaCheck(environment.limits()),
                new MemoryCheck(memory, Cgroup.ofThisProcess(), sizeBytes),
                new SwapCheck(memory),
                new ThpCheck(environment.thp()),
                new OpenFilesCheck(environment.limits()),
                new LockedMemoryCheck(environment.limits()),
                new IoUringCheck(IoUring.unavailabilityCause(), environment.limits()));
    }

    private List<Check> ofTarget(Subject subject, StorageStack stack, Watch watch) throws IOException {
        return List.of(
                new MediumCheck(subject.name(), stack),
                new LoopCheck(subject.name(), stack),
                SpaceCheck.of(subject, sizeBytes),
                new TrafficCheck(subject.name(), stack, watch),
                EvidenceCheck.of(subject));
    }
}
