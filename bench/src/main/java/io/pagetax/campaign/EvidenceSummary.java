package io.pagetax.campaign;

import io.pagetax.evidence.Quantity;
import io.pagetax.evidence.SampleEvidence;
import io.pagetax.result.RowEvidence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The evidence of samples as run.json has it: all that was told, and what follows from it for an operation. */
final class EvidenceSummary {

    private EvidenceSummary() {}

    /** Of at least one sample; operations are those that were asked for, measured or not. */
    static RowEvidence of(List<SampleEvidence> samples) {
        SampleEvidence row = SampleEvidence.ofRow(samples);
        Map<String, @Nullable Number> numbers = new LinkedHashMap<>();
        numbers.put("userNsPerOp", row.perOperation(Quantity.USER_NANOS));
        numbers.put("systemNsPerOp", row.perOperation(Quantity.SYSTEM_NANOS));
        numbers.put(
                "contextSwitchesPerOp", row.perOperation(Quantity.VOLUNTARY_SWITCHES, Quantity.INVOLUNTARY_SWITCHES));
        // An operation that fails ends its sample, which then has no evidence.
        numbers.put("errors", 0L);
        for (Quantity quantity : Quantity.values()) {
            numbers.put(quantity.key(), row.get(quantity));
        }
        SampleEvidence company = row.company();
        if (company != null) {
            company.values().forEach((quantity, value) -> numbers.put(besideKey(quantity), value));
        }
        return new RowEvidence(numbers);
    }

    private static String besideKey(Quantity quantity) {
        String key = quantity.key();
        return "beside" + key.substring(0, 1).toUpperCase(Locale.ROOT) + key.substring(1);
    }
}
