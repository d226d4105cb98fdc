package io.pagetax.evidence;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Garbage collections and their time. */
final class CollectionMeter implements ProcessMeter {

    private long countAtStart;
    private long millisAtStart;

    @Override
    public void start() {
        countAtStart = count();
        millisAtStart = millis();
    }

    @Override
    public void stop(SampleEvidence.Builder evidence) {
        evidence.put(Quantity.COLLECTIONS, count() - countAtStart)
                .put(Quantity.COLLECTION_NANOS, TimeUnit.MILLISECONDS.toNanos(millis() - millisAtStart));
    }

    private static long count() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .mapToLong(GarbageCollectorMXBean::getCollectionCount)
                .sum();
    }

    private static long millis() {
        return millis(ManagementFactory.getGarbageCollectorMXBeans());
    }

    /** Time that collections took since this JVM began; allocates nothing. */
    static long millis(List<GarbageCollectorMXBean> collectors) {
        long millis = 0;
        for (int i = 0; i < collectors.size(); i++) {
            millis += collectors.get(i).getCollectionTime();
        }
        return millis;
    }
}
