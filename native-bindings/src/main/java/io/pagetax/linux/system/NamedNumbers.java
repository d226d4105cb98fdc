package io.pagetax.linux.system;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A file with a name and a number on each line, such as /proc/vmstat, /proc/meminfo or a cgroup's cpu.stat. Lines of
 * another form are passed over.
 */
record NamedNumbers(Map<String, Long> numbers) {

    private static final Pattern LINE = Pattern.compile("(\\S+?):?\\s+(\\d+)(?: kB)?");

    static NamedNumbers read(Path file) throws IOException {
        Map<String, Long> numbers = new HashMap<>();
        for (String line : Files.readAllLines(file, StandardCharsets.US_ASCII)) {
            Matcher matcher = LINE.matcher(line);
            if (matcher.matches()) {
                numbers.put(matcher.group(1), Long.parseUnsignedLong(matcher.group(2)));
            }
        }
        return new NamedNumbers(Map.copyOf(numbers));
    }

    @Nullable Long get(String name) {
        return numbers.get(name);
    }

    @Nullable Long get(String name, long unit) {
        Long number = numbers.get(name);
        return number == null ? null : Long.valueOf(number * unit);
    }

    /** Of those that are there; null if none is. */
    @Nullable Long sum(String... names) {
        return sum(List.of(names).stream()
                .filter(numbers::containsKey)
                .map(numbers::get)
                .toList());
    }

    /** Of all whose names begin alike; null if none does. */
    @Nullable Long sumOfAll(String prefix) {
        return sum(numbers.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(prefix))
                .map(Map.Entry::getValue)
                .toList());
    }

    private static @Nullable Long sum(Collection<Long> found) {
        return found.isEmpty()
                ? null
                : Long.valueOf(found.stream().mapToLong(Long::longValue).sum());
    }
}
