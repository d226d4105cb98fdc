package io.pagetax.export;

import io.pagetax.report.MarkdownTable;
import io.pagetax.result.Run;

/** The table of rows, to paste into an issue or a page. */
final class MarkdownRows implements Export {

    @Override
    public String fileName() {
        return "rows.md";
    }

    @Override
    public String render(Run run) {
        return MarkdownTable.render(run);
    }
}
