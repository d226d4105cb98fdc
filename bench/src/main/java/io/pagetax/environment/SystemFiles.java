package io.pagetax.environment;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The files in which a system tells of itself: /proc, /sys, /etc.
 *
 * @param root the folder that these are in
 */
public record SystemFiles(Path root) {

    /** Those of the machine that this runs on. */
    public static final SystemFiles OF_THIS_MACHINE = new SystemFiles(Path.of("/"));

    /**
     * Files in /proc/sys give all that they have to the first read. {@link Files#readString} begins with a single byte
     * where the size is told as 0, and takes {@code 6} for {@code 60}.
     */
    private static final int BUFFER_LENGTH = 1 << 16;

    /**
     * What a file holds, without white space at its ends; null if it cannot be read.
     *
     * @param file such as {@code /proc/cmdline}
     */
    public @Nullable String text(String file) {
        try (InputStream in = Files.newInputStream(at(file))) {
            ByteArrayOutputStream content = new ByteArrayOutputStream();
            byte[] buffer = new byte[BUFFER_LENGTH];
            for (int length = in.read(buffer); length > 0; length = in.read(buffer)) {
                content.write(buffer, 0, length);
            }
            // A program may have put bytes into /proc that are no UTF-8; as Latin-1 none is malformed.
            return content.toString(StandardCharsets.ISO_8859_1).strip();
        } catch (IOException untold) {
            return null;
        }
    }

    /** The number that a file holds; null if it cannot be read or holds another thing, such as {@code max}. */
    public @Nullable Long number(String file) {
        String text = text(file);
        try {
            return text == null ? null : Long.valueOf(text);
        } catch (NumberFormatException notOne) {
            return null;
        }
    }

    /** What is in a folder and matches a glob, as full names like those that {@link #text} takes, sorted. */
    public List<String> entries(String folder, String glob) {
        List<String> found = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(at(folder), glob)) {
            entries.forEach(entry -> found.add(folder + "/" + entry.getFileName()));
        } catch (IOException | DirectoryIteratorException absent) {
            return List.of();
        }
        Collections.sort(found);
        return found;
    }

    /** Why a file gave nothing, for people. */
    public String whyNot(String file) {
        if (!Files.exists(at(file))) {
            return "there is no " + file;
        }
        return text(file) == null ? file + " cannot be read" : file + " does not tell";
    }

    /** Whether there is such a file or folder. */
    public boolean exists(String file) {
        return Files.exists(at(file));
    }

    private Path at(String file) {
        return root.resolve(file.substring(1));
    }
}
