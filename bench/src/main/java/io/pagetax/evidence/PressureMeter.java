package io.pagetax.evidence;

import io.pagetax.linux.system.Pressure;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Time in which somebody on this machine waited for processors, I/O or memory (PSI), where the kernel counts it. */
final class PressureMeter implements ProcessMeter {

    private static final Map<Pressure.Resource, Quantity> QUANTITIES = new EnumMap<>(Map.of(
            Pressure.Resource.CPU, Quantity.CPU_PRESSURE_NANOS,
            Pressure.Resource.IO, Quantity.IO_PRESSURE_NANOS,
            Pressure.Resource.MEMORY, Quantity.MEMORY_PRESSURE_NANOS));

    private final Map<Pressure.Resource, Pressure> atStart = new EnumMap<>(Pressure.Resource.class);

    @Override
    public void start() {
        atStart.clear();
        QUANTITIES.keySet().forEach(resource -> Pressure.of(resource).ifPresent(now -> atStart.put(resource, now)));
    }

    @Override
    public void stop(SampleEvidence.Builder evidence) {
        atStart.forEach((resource, before) -> {
            Optional<Pressure> now = Pressure.of(resource);
            Quantity quantity = QUANTITIES.get(resource);
            if (now.isPresent() && quantity != null) {
                evidence.put(quantity, now.get().minus(before).someNanos());
            }
        });
    }
}
