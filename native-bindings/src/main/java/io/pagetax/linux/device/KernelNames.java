package io.pagetax.linux.device;

import io.pagetax.linux.syscall.NativeMemory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names as the kernel prints them. They are any bytes but NUL: they are read as Latin-1, in which none is malformed, and
 * decoded when they are in one piece.
 */
final class KernelNames {

    private static final Pattern OCTAL_ESCAPE = Pattern.compile("\\\\([0-7]{3})");

    private KernelNames() {}

    /** Undoes the kernel's octal escapes in text read as Latin-1, and decodes it as the JVM decodes file names. */
    static String unescape(String latin1) {
        Matcher matcher = OCTAL_ESCAPE.matcher(latin1);
        return decode(matcher.replaceAll(
                match -> Matcher.quoteReplacement(Character.toString((char) Integer.parseInt(match.group(1), 8)))));
    }

    /** Decodes a name read as Latin-1 as the JVM decodes file names. */
    static String decode(String latin1) {
        return new String(latin1.getBytes(StandardCharsets.ISO_8859_1), NativeMemory.fileNameCharset());
    }

    /** Empty if the name is relative, or has characters that are in no file name of this JVM. */
    static Optional<Path> absolutePath(String name) {
        try {
            return Optional.of(Path.of(name)).filter(Path::isAbsolute);
        } catch (InvalidPathException undecodable) {
            return Optional.empty();
        }
    }

    /** Without symbolic links; empty if it is not there, or not to be found by this user. */
    static Optional<Path> real(Path path) {
        try {
            return Optional.of(path.toRealPath());
        } catch (IOException notThere) {
            return Optional.empty();
        }
    }
}
