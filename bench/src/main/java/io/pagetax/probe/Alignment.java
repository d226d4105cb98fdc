package io.pagetax.probe;

import io.pagetax.linux.file.DioAlignment;
import java.io.IOException;
import java.util.function.ToIntFunction;

/** The least alignment by which direct I/O works: what statx(2) says, and what is found by trying. */
enum Alignment implements Probe {

    /** Of the buffer's address. */
    MEMORY(
            "dio-mem-align",
            "To what must the buffer of direct I/O be aligned?",
            "statx(2) STATX_DIOALIGN, kernel 6.1; kernel commit bf8d08532bc1 (alignment to what the device's DMA needs, 6.0)",
            DioAlignment::memory) {
        @Override
        String works(Site site, int alignment) throws IOException {
            String read = word(site, ShiftedTransfers.Direction.READ, alignment, 0, Site.PAGE);
            String write = word(site, ShiftedTransfers.Direction.WRITE, alignment, 0, Site.PAGE);
            return read.equals(write) ? read : "reads " + read + ", writes " + write;
        }
    },

    /** Of offset and length of writes. */
    OFFSET(
            "dio-offset-align",
            "To what must offset and length of direct writes be aligned?",
            "statx(2) STATX_DIOALIGN, kernel 6.1",
            DioAlignment::offset) {
        @Override
        String works(Site site, int alignment) throws IOException {
            return word(site, ShiftedTransfers.Direction.WRITE, 0, alignment, alignment);
        }
    },

    /** Of offset and length of reads. */
    READ_OFFSET(
            "dio-read-offset-align",
            "To what must offset and length of direct reads be aligned?",
            "statx(2) STATX_DIO_READ_ALIGN, kernel 6.14",
            DioAlignment::readOffset) {
        @Override
        String works(Site site, int alignment) throws IOException {
            return word(site, ShiftedTransfers.Direction.READ, 0, alignment, alignment);
        }
    };

    private static final String WORKS = "direct";

    @SuppressWarnings("ImmutableEnumChecker") // texts alone
    private final About about;

    @SuppressWarnings("ImmutableEnumChecker") // it has no state
    private final ToIntFunction<DioAlignment> said;

    Alignment(String id, String question, String source, ToIntFunction<DioAlignment> said) {
        this.about = new About(id, question, source);
        this.said = said;
    }

    @Override
    public About about() {
        return about;
    }

    /** What transfers come to that are aligned to this many bytes and to no more. */
    abstract String works(Site site, int alignment) throws IOException;

    private static String word(
            Site site, ShiftedTransfers.Direction direction, int bufferShift, int offsetShift, int length)
            throws IOException {
        return ShiftedTransfers.attempt(site, new ShiftedTransfers.Shape(direction, bufferShift, offsetShift, length))
                .word();
    }

    @Override
    public Answer ask(Site site) throws IOException {
        String told = told(site);
        int least = 0;
        int alignment = Site.PAGE;
        String end = works(site, alignment);
        while (end.equals(WORKS) && alignment > 0) {
            least = alignment;
            alignment /= 2;
            end = alignment == 0 ? "nothing is smaller" : works(site, alignment);
        }
        String works = least == 0 ? "none" : Integer.toString(least);
        return new Answer(
                told + " works:" + works,
                meaning(told, works),
                "by statx " + told + "; tried from " + Site.PAGE + " bytes downwards, each half of the one before: at "
                        + alignment + " " + end);
    }

    private String told(Site site) throws IOException {
        try (ScratchFile file = site.emptyFile()) {
            DioAlignment alignment = file.direct().status().dioAlignment();
            return alignment == null ? "null" : Integer.toString(said.applyAsInt(alignment));
        }
    }

    private static String meaning(String told, String works) {
        if (works.equals("none")) {
            return "There is no direct I/O here: what O_DIRECT asks for goes through the page cache or fails.";
        }
        if (told.equals(works)) {
            return "Align to " + works + " bytes, as statx says.";
        }
        boolean saysLess = told.matches("[1-9]\\d*") && Integer.parseInt(told) < Integer.parseInt(works);
        return saysLess
                ? "Do not believe statx, which says " + told + ": align to " + works + " bytes."
                : "Align as statx says, or to a page if it says nothing: that " + works
                        + " bytes work too is promised by nobody.";
    }
}
