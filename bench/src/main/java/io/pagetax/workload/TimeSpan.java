package io.pagetax.workload;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times as people type them: {@code 500ms}, {@code 2s}, {@code 3m}; a plain number is seconds. */
public final class TimeSpan {

    private static final Pattern SYNTAX = Pattern.compile("(\\d{1,9})(us|ms|s|m|h|d|)");

    private TimeSpan() {}

    /**
     * The duration.
     *
     * @throws IllegalArgumentException naming what would be accepted
     */
    public static Duration parse(String text) {
        Matcher matcher = SYNTAX.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("'" + text + "' is not a time such as 500ms, 2s, 3m");
        }
        return Duration.of(Long.parseLong(matcher.group(1)), unit(matcher.group(2)));
    }

    private static ChronoUnit unit(String name) {
        return switch (name) {
            case "us" -> ChronoUnit.MICROS;
            case "ms" -> ChronoUnit.MILLIS;
            case "m" -> ChronoUnit.MINUTES;
            case "h" -> ChronoUnit.HOURS;
            case "d" -> ChronoUnit.DAYS;
            default -> ChronoUnit.SECONDS;
        };
    }
}
