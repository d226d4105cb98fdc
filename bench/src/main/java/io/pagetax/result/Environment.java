package io.pagetax.result;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a run took place. Null: the system did not tell, and {@link #unknown()} has the reason. Serial numbers, UUIDs and
 * addresses of hardware are left out.
 *
 * @param pagetax version and commit of this program
 * @param cores that this process may use
 * @param governor frequency governor of the first processor
 * @param mitigations vulnerabilities of the processor that the kernel mitigates, each with how
 * @param thp transparent huge pages: the mode in force
 * @param unknown why facts are null, by the keys that lead to them, such as {@code processor.frequency.turbo}; of
 *     targets, {@link TargetFacts#unknown()} has it
 */
public record Environment(
        String pagetax,
        @Nullable String kernel,
        @Nullable String distribution,
        @Nullable String cpu,
        int cores,
        @Nullable Long memoryBytes,
        String jdk,
        String binding,
        @Nullable String governor,
        @Nullable String mitigations,
        @Nullable String thp,
        MachineFacts machine,
        ProcessorFacts processor,
        MemoryFacts memory,
        LimitFacts limits,
        JvmFacts jvm,
        List<TargetFacts> targets,
        Map<String, String> unknown) {

    /** Files that were written before they had a part lack it; it then counts as unknown. */
    public Environment {
        machine = machine == null ? MachineFacts.NOT_RECORDED : machine;
        processor = processor == null ? ProcessorFacts.NOT_RECORDED : processor;
        memory = memory == null ? MemoryFacts.NOT_RECORDED : memory;
        limits = limits == null ? LimitFacts.NOT_RECORDED : limits;
        jvm = jvm == null ? JvmFacts.NOT_RECORDED : jvm;
        unknown = unknown == null ? Map.of() : unknown;
    }

    /** The same with other targets. */
    public Environment with(List<TargetFacts> others) {
        return new Environment(
                pagetax,
                kernel,
                distribution,
                cpu,
                cores,
                memoryBytes,
                jdk,
                binding,
                governor,
                mitigations,
                thp,
                machine,
                processor,
                memory,
                limits,
                jvm,
                others,
                unknown);
    }
}
