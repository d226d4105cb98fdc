package io.pagetax.evidence;

import static io.pagetax.evidence.Quantity.Sum.PEAK;
import static io.pagetax.evidence.Quantity.Sum.STATE;
import static io.pagetax.evidence.Quantity.Sum.TOTAL;

/**
 * One number of the evidence of a sample. All are whole numbers below 2<sup>53</sup>, so that they survive JMH's results,
 * which are doubles. "Before" and "after" speak of a pass: of a sample with several, of the one whose start was farthest
 * from what was asked; the others of the timed parts of all passes, unless they say otherwise.
 */
public enum Quantity {
    /** Times that the cache state was set anew, all jobs added up. */
    PASSES(Source.PAGECACHE, "passes", Unit.PASSES, TOTAL),
    /** Pages of the part of the file that is used. */
    FILE_PAGES(Source.PAGECACHE, "filePages", Unit.PAGES, STATE),
    /** Resident pages that the row's name claims at the start. */
    EXPECTED_PAGES_BEFORE(Source.PAGECACHE, "expectedPagesBefore", Unit.PAGES, STATE),
    /** Resident pages found at the start. */
    RESIDENT_PAGES_BEFORE(Source.PAGECACHE, "residentPagesBefore", Unit.PAGES, STATE),
    /** Resident pages found at the end of the last pass. */
    RESIDENT_PAGES_AFTER(Source.PAGECACHE, "residentPagesAfter", Unit.PAGES, STATE),
    /** Of those at the start, pages that were dirty. */
    DIRTY_PAGES_BEFORE(Source.PAGECACHE, "dirtyPagesBefore", Unit.PAGES, STATE),
    /** Dirty pages at the end of the last pass. */
    DIRTY_PAGES_AFTER(Source.PAGECACHE, "dirtyPagesAfter", Unit.PAGES, STATE),
    /** Of those at the start, pages that were being written back. */
    WRITEBACK_PAGES_BEFORE(Source.PAGECACHE, "writebackPagesBefore", Unit.PAGES, STATE),
    /** Pages being written back at the end of the last pass. */
    WRITEBACK_PAGES_AFTER(Source.PAGECACHE, "writebackPagesAfter", Unit.PAGES, STATE),
    /** Pages that reclaim had taken from the file not long before the end of the last pass. */
    RECENTLY_EVICTED_PAGES(Source.PAGECACHE, "recentlyEvictedPages", Unit.PAGES, STATE),
    /** Pages that the operations of the last pass covered. */
    LAST_PASS_PAGES(Source.PAGECACHE, "lastPassPages", Unit.PAGES, STATE),
    /** Operations, measured or not. */
    OPERATIONS(Source.DEVICE, "operations", Unit.COUNT, TOTAL),
    /** Bytes that the operations asked for. */
    REQUESTED_BYTES(Source.DEVICE, "requestedBytes", Unit.BYTES, TOTAL),
    /** Bytes that the jobs' operations read from a device, by /proc/thread-self/io. */
    DEVICE_READ_BYTES(Source.DEVICE, "deviceReadBytes", Unit.BYTES, TOTAL),
    /** Bytes that the jobs' operations wrote to a device, or dirtied, by /proc/thread-self/io. */
    DEVICE_WRITE_BYTES(Source.DEVICE, "deviceWriteBytes", Unit.BYTES, TOTAL),
    /** Bytes that this process read from devices in the sample, set-up included, by /proc/self/io. */
    OWN_READ_BYTES(Source.DEVICE, "ownReadBytes", Unit.BYTES, TOTAL),
    /** Bytes that this process wrote to devices, or dirtied, in the sample, set-up included. */
    OWN_WRITE_BYTES(Source.DEVICE, "ownWriteBytes", Unit.BYTES, TOTAL),
    /** Bytes that the disks at the bottom of the stack read in the sample, for whomever. */
    DISK_READ_BYTES(Source.DEVICE, "diskReadBytes", Unit.BYTES, TOTAL),
    /** Bytes that the disks at the bottom of the stack wrote in the sample, for whomever. */
    DISK_WRITE_BYTES(Source.DEVICE, "diskWriteBytes", Unit.BYTES, TOTAL),
    /** Of the bytes that the disks read, those that this process did not ask for. */
    FOREIGN_READ_BYTES(Source.DEVICE, "foreignReadBytes", Unit.BYTES, TOTAL),
    /** Of the bytes that the disks wrote, those beyond what this process wrote: others', and the file system's own. */
    FOREIGN_WRITE_BYTES(Source.DEVICE, "foreignWriteBytes", Unit.BYTES, TOTAL),
    /** Requests in flight at the disks, times the time that they were: divided by the sample's time, their mean number. */
    DISK_QUEUE_NANOS(Source.DEVICE, "diskQueueNanos", Unit.NANOS, TOTAL),
    /** Pages that the whole machine dirtied in the sample. */
    DIRTIED_PAGES(Source.PAGECACHE, "dirtiedPages", Unit.PAGES, TOTAL),
    /** Memory that could be had without swapping when the sample began. */
    AVAILABLE_MEMORY_BYTES(Source.PAGECACHE, "availableMemoryBytes", Unit.BYTES, STATE),
    /** What the control group of this process may use of memory, page cache included. */
    MEMORY_LIMIT_BYTES(Source.PAGECACHE, "memoryLimitBytes", Unit.BYTES, STATE),
    /** Operations whose times were recorded. */
    TIMED_OPERATIONS(Source.CPU, "timedOperations", Unit.COUNT, TOTAL),
    /** Of those, that were told to be hits of the page cache, where that was asked. */
    TOLD_HITS(Source.PAGECACHE, "toldHits", Unit.COUNT, TOTAL),
    /** Operations that were told to be misses. */
    TOLD_MISSES(Source.PAGECACHE, "toldMisses", Unit.COUNT, TOTAL),
    /** Sum of the times of the timed operations. */
    LATENCY_NANOS(Source.CPU, "latencyNanos", Unit.NANOS, TOTAL),
    /** Time on the clock in which they were under way, all jobs added up. */
    BUSY_NANOS(Source.CPU, "busyNanos", Unit.NANOS, TOTAL),
    /** What a look at the clock costs. */
    CLOCK_COST_NANOS(Source.CPU, "clockCostNanos", Unit.NANOS, PEAK),
    /** The smallest step that the clock was seen to make. */
    CLOCK_STEP_NANOS(Source.CPU, "clockStepNanos", Unit.NANOS, PEAK),
    /** Time that the processors of this machine had in the sample, added up. */
    PROCESSOR_NANOS(Source.CPU, "processorNanos", Unit.NANOS, TOTAL),
    /** Of that, what a hypervisor took away. */
    STOLEN_NANOS(Source.CPU, "stolenNanos", Unit.NANOS, TOTAL),
    /** Time in the sample that this process was held back since its control group had used up its quota. */
    THROTTLED_NANOS(Source.CPU, "throttledNanos", Unit.NANOS, TOTAL),
    /** Time in the sample in which something on this machine waited for a processor. */
    CPU_PRESSURE_NANOS(Source.CPU, "cpuPressureNanos", Unit.NANOS, TOTAL),
    /** Time in the sample in which something on this machine waited for I/O. */
    IO_PRESSURE_NANOS(Source.CPU, "ioPressureNanos", Unit.NANOS, TOTAL),
    /** Time in the sample in which something on this machine waited for memory. */
    MEMORY_PRESSURE_NANOS(Source.CPU, "memoryPressureNanos", Unit.NANOS, TOTAL),
    /** Time that the jobs' threads spent in user mode. */
    USER_NANOS(Source.CPU, "userNanos", Unit.NANOS, TOTAL),
    /** Time that the jobs' threads spent in the kernel. */
    SYSTEM_NANOS(Source.CPU, "systemNanos", Unit.NANOS, TOTAL),
    /** Time that the jobs' threads were ready to run and waited for a processor. */
    RUN_QUEUE_NANOS(Source.CPU, "runQueueNanos", Unit.NANOS, TOTAL),
    /** Time on the clock that the passes took, all jobs added up. */
    PASS_NANOS(Source.CPU, "passNanos", Unit.NANOS, TOTAL),
    /** Times that the jobs' threads waited. */
    VOLUNTARY_SWITCHES(Source.CPU, "voluntarySwitches", Unit.COUNT, TOTAL),
    /** Times that the jobs' threads had to make way. */
    INVOLUNTARY_SWITCHES(Source.CPU, "involuntarySwitches", Unit.COUNT, TOTAL),
    /** The longest time in the sample by which a thread that sleeps a millisecond at a time woke late. */
    LONGEST_HICCUP_NANOS(Source.CPU, "longestHiccupNanos", Unit.NANOS, PEAK),
    /** Sum of the times in the sample by which that thread woke more than a millisecond late. */
    HICCUP_NANOS(Source.CPU, "hiccupNanos", Unit.NANOS, TOTAL),
    /** Time on the clock between the first set-up and the last tear-down of the sample. */
    SAMPLE_NANOS(Source.CPU, "sampleNanos", Unit.NANOS, TOTAL),
    /** Page faults of the jobs' threads that were served without I/O. */
    MINOR_FAULTS(Source.FAULTS, "minorFaults", Unit.COUNT, TOTAL),
    /** Page faults of the jobs' threads that waited for I/O. */
    MAJOR_FAULTS(Source.FAULTS, "majorFaults", Unit.COUNT, TOTAL),
    /** Bytes that the jobs' threads allocated on the Java heap. */
    ALLOCATED_BYTES(Source.JVM, "allocatedBytes", Unit.BYTES, TOTAL),
    /** Garbage collections between the first set-up and the last tear-down of the sample. */
    COLLECTIONS(Source.JVM, "collections", Unit.COUNT, TOTAL),
    /** Time that they took, in steps of a millisecond. */
    COLLECTION_NANOS(Source.JVM, "collectionNanos", Unit.NANOS, TOTAL),
    /** Times that all Java threads were stopped in the sample, for whatever reason. */
    SAFEPOINTS(Source.JVM, "safepoints", Unit.COUNT, TOTAL),
    /** Time that all Java threads were stopped or being stopped. */
    SAFEPOINT_NANOS(Source.JVM, "safepointNanos", Unit.NANOS, TOTAL),
    /** Time that the just-in-time compilers worked in the sample, in steps of a millisecond, all of their threads added up. */
    COMPILATION_NANOS(Source.JVM, "compilationNanos", Unit.NANOS, TOTAL);

    /** How a number of several jobs, or of several samples, becomes one. */
    enum Sum {
        /** They are added up. */
        TOTAL,
        /** The greatest counts. */
        PEAK,
        /** Those of jobs are added up; of samples, the one counts whose start was farthest from what was asked. */
        STATE
    }

    /** What is counted. */
    private enum Unit {
        PASSES("passes"),
        PAGES("pages"),
        BYTES("bytes"),
        NANOS("ns"),
        COUNT("#");

        private final String word;

        Unit(String word) {
            this.word = word;
        }
    }

    private final Source source;
    private final String key;
    private final Unit unit;
    private final Sum sum;

    Quantity(Source source, String key, Unit unit, Sum sum) {
        this.source = source;
        this.key = key;
        this.unit = unit;
        this.sum = sum;
    }

    /** Who tells it. */
    public Source source() {
        return source;
    }

    /** Its name in run.json. */
    public String key() {
        return key;
    }

    /** Its unit in JMH's words: {@code bytes}, {@code pages}, {@code ns}, {@code #} for a plain count. */
    public String unit() {
        return unit.word;
    }

    /** Its name among JMH's secondary results. */
    String label() {
        return source.word() + "." + key;
    }

    /** The number of two jobs that ran side by side; of samples as well, if it {@linkplain #isState() describes no state}. */
    public long ofJobs(long left, long right) {
        return sum == PEAK ? Math.max(left, right) : left + right;
    }

    /** Whether it describes a state, which is not added up over samples. */
    public boolean isState() {
        return sum == STATE;
    }
}
