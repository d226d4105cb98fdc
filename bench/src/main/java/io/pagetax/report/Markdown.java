package io.pagetax.report;

import java.util.regex.Pattern;

/** Text that was not written as Markdown, for a place where GitHub reads it as such. */
final class Markdown {

    private static final Pattern LINE_BREAK = Pattern.compile("\\R");

    /** What means something within a line, or at its start; what opens a tag or an entity is written as an entity. */
    private static final Pattern SPECIAL = Pattern.compile("[\\\\|`*_\\[\\]~#]");

    private Markdown() {}

    /** Shown as it is, in one line, also in a cell of a table. */
    static String cell(String text) {
        String html = LINE_BREAK
                .matcher(text)
                .replaceAll(" ")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
        return SPECIAL.matcher(html).replaceAll("\\\\$0");
    }
}
