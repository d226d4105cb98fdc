package io.pagetax.result;

/**
 * What is done with a file under a scheme. All words are those of the benchmark's parameters.
 *
 * @param rw {@code read} or {@code write}, direct; {@value #WRITE_BESIDE_ADDERS}
 * @param device as the benchmark has it: none, memory of a latency, a real one
 * @param cache which pages are cached
 * @param bs bytes a transfer
 * @param files {@code one} for all threads, or {@code each}
 */
public record SchemeCostCell(String rw, String device, String cache, String bs, int threads, String files) {

    /** One thread writes directly, the others add pages. */
    public static final String WRITE_BESIDE_ADDERS = "write-beside-adders";

    /** Whether what is timed writes. */
    public boolean isWrite() {
        return !rw.equals("read");
    }

    /** All that there is to tell, in a few words. */
    public String id() {
        String sharing =
                threads == 1 ? "1 thread" : threads + " threads, " + (files.equals("one") ? "1 file" : "a file each");
        return rw + " " + bs + ", " + cache + ", " + sharing + ", " + device;
    }
}
