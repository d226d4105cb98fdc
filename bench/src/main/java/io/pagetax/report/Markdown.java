package io.pagetax.report;

/** Texts in GitHub's Markdown. */
final class Markdown {

    private static final String SPECIAL = "\\|<>&`*_[]~#";

    private Markdown() {}

    /** A text that is shown as it is in a cell of a table: what would be taken for Markdown or HTML is escaped. */
    static String cell(String text) {
        StringBuilder escaped = new StringBuilder();
        for (char letter : text.replaceAll("\\R", " ").toCharArray()) {
            if (SPECIAL.indexOf(letter) >= 0) {
                escaped.append('\\');
            }
            escaped.append(letter);
        }
        return escaped.toString();
    }
}
