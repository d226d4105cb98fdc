package io.pagetax.analysis;

import io.pagetax.result.TargetFacts;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What kind of place a target was, so that targets of different runs can be told to be alike.
 *
 * @param filesystem type, with what makes it another one
 * @param device right below it: its model, or its kind if it has none
 */
public record Place(String filesystem, String device) {

    private static final String UNKNOWN = "unknown";
    private static final String LAYER = " > ";

    /** The kernel counts devices in the order in which it finds them. */
    private static final Pattern NUMBER = Pattern.compile("^([a-z]+)\\d+(\\b.*)?$");

    /** Where a run measured. */
    public static Place of(TargetFacts target) {
        String type = target.filesystem() == null ? UNKNOWN : target.filesystem();
        boolean inPlace = target.volume() != null
                && Boolean.FALSE.equals(target.volume().copyOnWrite())
                && type.toLowerCase(Locale.ROOT).equals("btrfs");
        return new Place(inPlace ? type + " without copy-on-write" : type, device(target));
    }

    private static String device(TargetFacts target) {
        if (target.deviceModel() != null) {
            return target.deviceModel();
        }
        String stack = target.stack();
        if (stack != null && stack.contains(LAYER)) {
            String[] layers = stack.split(LAYER, -1);
            return NUMBER.matcher(layers[1]).replaceFirst("$1$2");
        }
        return target.device() == null
                ? UNKNOWN
                : NUMBER.matcher(target.device()).replaceFirst("$1$2");
    }

    @Override
    public String toString() {
        return filesystem + " on " + device;
    }
}
