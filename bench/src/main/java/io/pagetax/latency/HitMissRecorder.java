package io.pagetax.latency;

/** Records the times of hits and of misses of the page cache, each as {@link LatencyRecorder} does. <b>Not thread-safe.</b> */
public final class HitMissRecorder {

    private final LatencyRecorder hits;
    private final LatencyRecorder misses;

    HitMissRecorder(int intervalCount) {
        this.hits = new LatencyRecorder(intervalCount);
        this.misses = new LatencyRecorder(intervalCount);
    }

    /** Records one operation. */
    public void record(boolean hit, long nanos) {
        if (hit) {
            hits.record(nanos);
        } else {
            misses.record(nanos);
        }
    }

    void start(long nowNanos) {
        hits.start(nowNanos);
        misses.start(nowNanos);
    }

    void rotateIfDue(long nowNanos) {
        hits.rotateIfDue(nowNanos);
        misses.rotateIfDue(nowNanos);
    }

    void addTo(LatencyRecorder all) {
        all.add(hits);
        all.add(misses);
    }

    HitMiss finish() {
        return new HitMiss(hits.finish().intervals(), misses.finish().intervals());
    }
}
