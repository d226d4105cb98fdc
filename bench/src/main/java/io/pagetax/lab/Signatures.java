package io.pagetax.lab;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What wipefs(8) finds on a device: partition tables, file systems, members of volume groups, RAIDs and pools. */
final class Signatures {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Signatures() {}

    /**
     * A signature.
     *
     * @param type such as {@code gpt}, {@code ext4} or {@code LVM2_member}
     * @param uuid empty if it has none
     */
    record Signature(String type, String uuid) {}

    /**
     * Reads the device, and changes nothing.
     *
     * @throws LabException if it cannot be read: then nothing is known of it
     */
    static List<Signature> of(Path device) throws IOException {
        String found = new SystemCommands(device, () -> false).run("wipefs", "--json", "--no-act", device.toString());
        List<Signature> signatures = new ArrayList<>();
        if (!found.isEmpty()) {
            for (JsonNode each : MAPPER.readTree(found).path("signatures")) {
                signatures.add(new Signature(
                        each.path("type").asText(), each.path("uuid").asText("")));
            }
        }
        return signatures;
    }
}
