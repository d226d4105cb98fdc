package io.pagetax;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/** Locales whose numbers look unlike each other, and how to do something in one of them. */
public final class Locales {

    private static final List<Locale> ALL = List.of(Locale.ROOT, Locale.US, Locale.GERMANY);

    private Locales() {}

    /** As a method source. */
    public static Stream<Locale> all() {
        return ALL.stream();
    }

    /** Does something with a default locale, which is put back afterwards. */
    public static <T> T in(Locale locale, Callable<T> action) throws Exception {
        Locale before = Locale.getDefault();
        Locale.setDefault(locale);
        try {
            return action.call();
        } finally {
            Locale.setDefault(before);
        }
    }
}
