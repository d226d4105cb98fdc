package io.pagetax.result;

import java.util.Locale;

/**
 * Texts of which every character is seen. Names of files, devices and machines may hold any: line breaks that begin a row of
 * their own in a table, commands to a terminal, marks that show a text in another order than it has, letters of no width.
 */
public final class VisibleText {

    private VisibleText() {}

    /** The same run with {@linkplain #of(String) visible} texts everywhere. Equal texts stay equal, ids of rows included. */
    public static Run of(Run run) {
        return Json.mapTextsAndKeys(run, Run.class, VisibleText::of);
    }

    /** The same of two runs against each other. */
    public static RunDiff of(RunDiff diff) {
        return Json.mapTextsAndKeys(diff, RunDiff.class, VisibleText::of);
    }

    /**
     * The same text with a backslash and letters or hexadecimal digits, as in Java, in place of each character that is not
     * seen: control and format characters, separators of lines and paragraphs, and halves of surrogate pairs. There is no way
     * back: a backslash stays one.
     */
    public static String of(String text) {
        StringBuilder visible = new StringBuilder(text.length());
        text.codePoints().forEach(character -> {
            if (isSeen(character)) {
                visible.appendCodePoint(character);
            } else {
                Character.toString(character).chars().forEach(half -> visible.append(escape((char) half)));
            }
        });
        return visible.toString();
    }

    private static boolean isSeen(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> false;
            default -> true;
        };
    }

    private static String escape(char hidden) {
        return switch (hidden) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> String.format(Locale.ROOT, "\\u%04x", (int) hidden);
        };
    }
}
