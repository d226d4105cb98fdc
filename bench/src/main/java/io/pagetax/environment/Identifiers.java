package io.pagetax.environment;

import java.util.regex.Pattern;

/** What tells one machine or disk from all others is not recorded. */
final class Identifiers {

    private static final Pattern IDENTIFIER = Pattern.compile(String.join(
            "|",
            // The value of a tag, whatever it looks like: short ones of FAT and NTFS, too.
            "(?<=UUID=)[^\\s,/]+",
            "(?<=by-(?:id|uuid|partuuid)/)[^\\s,]+",
            "\\b\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12}\\b",
            // A hardware address.
            "\\b\\p{XDigit}{2}(?:[:-]\\p{XDigit}{2}){5,}\\b",
            // A WWN, a serial number, a hash.
            "(?<!\\p{XDigit})\\p{XDigit}{16,}(?!\\p{XDigit})"));

    private Identifiers() {}

    /** The text with an asterisk for each. */
    static String leftOutOf(String text) {
        return IDENTIFIER.matcher(text).replaceAll("*");
    }
}
