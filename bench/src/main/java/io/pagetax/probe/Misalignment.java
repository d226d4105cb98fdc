package io.pagetax.probe;

import io.pagetax.linux.file.DioAlignment;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What becomes of a direct transfer that is not aligned. Three degrees are tried: aligned to what statx(2) asks for but not
 * to a page, aligned to half of what it asks for, and not aligned at all.
 *
 * @param part what of the transfer is not aligned
 */
record Misalignment(Part part, ShiftedTransfers.Direction direction) implements Probe {

    /** What of a transfer can be out of line. */
    enum Part {
        BUFFER,
        OFFSET,
        LENGTH;

        private String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        private int asked(DioAlignment alignment, ShiftedTransfers.Direction direction) {
            if (this == BUFFER) {
                return alignment.memory();
            }
            return direction == ShiftedTransfers.Direction.READ ? alignment.readOffset() : alignment.offset();
        }

        private ShiftedTransfers.Shape shape(ShiftedTransfers.Direction direction, int shift) {
            return switch (this) {
                case BUFFER -> new ShiftedTransfers.Shape(direction, shift, 0, Site.PAGE);
                case OFFSET -> new ShiftedTransfers.Shape(direction, 0, shift, Site.PAGE);
                case LENGTH -> new ShiftedTransfers.Shape(direction, 0, 0, Site.PAGE - shift);
            };
        }
    }

    @Override
    public About about() {
        return new About(
                "misaligned-" + part.word() + "-" + direction.word(),
                "What becomes of a direct " + direction.word() + " whose " + part.word() + " is not aligned?",
                "open(2) O_DIRECT: it depends on file system and kernel, EINVAL or buffered");
    }

    @Override
    public Answer ask(Site site) throws IOException {
        int asked = asked(site);
        Map<Integer, String> outcomes = new LinkedHashMap<>();
        for (int shift : shifts(asked)) {
            outcomes.put(
                    shift,
                    ShiftedTransfers.attempt(site, part.shape(direction, shift)).word());
        }
        String detail = outcomes.entrySet().stream()
                .map(tried -> "out by " + tried.getKey() + " bytes: " + tried.getValue())
                .collect(Collectors.joining(", "));
        String answer = outcomes.containsValue(ShiftedTransfers.CORRUPTS)
                ? ShiftedTransfers.CORRUPTS
                : outcomes.getOrDefault(Math.max(asked / 2, 1), "");
        return new Answer(
                answer,
                meaning(answer),
                detail + "; by statx " + (asked == 0 ? "nothing is asked for" : asked + " are asked for")
                        + "; every byte of data and of the memory around it was compared");
    }

    private int asked(Site site) throws IOException {
        try (ScratchFile file = site.emptyFile()) {
            DioAlignment alignment = file.direct().status().dioAlignment();
            return alignment == null ? 0 : part.asked(alignment, direction);
        }
    }

    private static List<Integer> shifts(int asked) {
        List<Integer> shifts = new ArrayList<>();
        if (asked > 1 && asked < Site.PAGE) {
            shifts.add(asked);
        }
        if (asked > 2) {
            shifts.add(asked / 2);
        }
        shifts.add(1);
        return shifts;
    }

    private static String meaning(String answer) {
        if (answer.startsWith("refused")) {
            return "A mistake is told at once.";
        }
        return switch (answer) {
            case ShiftedTransfers.CORRUPTS -> "Data is lost without an error: align to pages, whatever statx says.";
            case "buffered" ->
                "A mistake is not told: it costs a copy and fills the cache, and O_DIRECT is not what it says.";
            case "direct" -> "It works as if it were aligned.";
            default -> "Look at what a call returns: less may be done than was asked for.";
        };
    }
}
