package io.pagetax.probe;

/**
 * How often somebody saw what another had written before.
 *
 * @param stale times that something else was seen
 * @param tries in all
 */
record Sight(long stale, long tries) {

    /** In the form of an answer: {@code yes}, {@code no}, or {@code window:N of M}, N being the times it was not seen. */
    String word() {
        if (stale == 0) {
            return "yes";
        }
        return stale == tries ? "no" : "window:" + stale + " of " + tries;
    }

    Answer answer(String ifSeen, String ifNot, String how) {
        String detail = stale + " of " + tries + " times something older was seen; " + how;
        return new Answer(word(), stale == 0 ? ifSeen : ifNot, detail);
    }
}
