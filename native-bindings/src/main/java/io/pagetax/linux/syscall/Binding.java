package io.pagetax.linux.syscall;

import com.sun.jna.Native;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Ways from Java to libc. A process uses one, named by the system property {@value #PROPERTY} before the first call and
 * fixed from then on, so that the just-in-time compiler sees a single implementation of {@link Syscalls}.
 */
public enum Binding {

    /** JNA's direct mapping: works on every JVM. The default. */
    JNA("jna") {
        @Override
        public Optional<String> unavailabilityCause() {
            return Optional.empty();
        }

        @Override
        public String version() {
            return "jna " + Native.VERSION;
        }

        @Override
        NativeAccess open() {
            return new JnaAccess();
        }
    },

    /** {@code java.lang.foreign}: nearly as fast as C, on JVMs from 22 on. */
    FFM("ffm") {
        @Override
        public Optional<String> unavailabilityCause() {
            int version = Runtime.version().feature();
            return version >= FIRST_WITH_FFM
                    ? Optional.empty()
                    : Optional.of("needs a JVM from " + FIRST_WITH_FFM + " on, this is " + version + " ("
                            + System.getProperty("java.home") + ")");
        }

        @Override
        public String version() {
            return "ffm " + Runtime.version();
        }

        @Override
        NativeAccess open() {
            return new FfmAccess();
        }
    };

    /** Name of the system property that chooses: {@code -Dio.pagetax.linux.binding=ffm}. */
    public static final String PROPERTY = "io.pagetax.linux.binding";

    private static final int FIRST_WITH_FFM = 22;

    private final String word;

    Binding(String word) {
        this.word = word;
    }

    /** Why this JVM cannot use it; empty if it can. */
    public abstract Optional<String> unavailabilityCause();

    /** Name and version of what would carry the calls on this JVM, for the record: {@code jna 5.19.1}. */
    public abstract String version();

    /** Links it. */
    abstract NativeAccess open();

    /** The word that names it, as typed and printed. */
    public String word() {
        return word;
    }

    /**
     * The one that this process uses.
     *
     * @throws IllegalArgumentException if {@value #PROPERTY} names none
     * @throws UnsupportedOperationException if this JVM cannot use the one it names
     */
    public static Binding current() {
        Binding named = parse(System.getProperty(PROPERTY, JNA.word));
        named.unavailabilityCause().ifPresent(cause -> {
            throw new UnsupportedOperationException("binding " + named.word + ": " + cause);
        });
        return named;
    }

    /**
     * The binding that a word names.
     *
     * @throws IllegalArgumentException naming the word and all that would be accepted
     */
    public static Binding parse(String word) {
        return Arrays.stream(values())
                .filter(binding -> binding.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + word + "' is not one of: "
                        + Arrays.stream(values()).map(Binding::word).collect(Collectors.joining(", "))));
    }

    @Override
    public String toString() {
        return word;
    }
}
