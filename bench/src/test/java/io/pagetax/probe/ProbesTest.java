package io.pagetax.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProbesTest {

    /** Others refer to them, so that none may be renamed or go. */
    private static final List<String> IDS = List.of(
            "dio-mem-align",
            "dio-offset-align",
            "dio-read-offset-align",
            "misaligned-buffer-read",
            "misaligned-buffer-write",
            "misaligned-offset-read",
            "misaligned-offset-write",
            "misaligned-length-read",
            "misaligned-length-write",
            "direct-read-is-direct",
            "direct-write-is-direct",
            "direct-read-populates",
            "direct-write-invalidates",
            "direct-write-keeps-neighbours",
            "direct-read-sees-dirty",
            "buffered-read-sees-direct-write",
            "mapped-read-sees-direct-write",
            "dontcache-read",
            "dontcache-write",
            "dontcache-leaves-nothing",
            "nowait-miss",
            "nowait-miss-populates",
            "fadvise-evicts-clean",
            "fadvise-evicts-dirty",
            "fadvise-evicts-mapped",
            "readahead-default",
            "readahead-random",
            "self-mapped-read",
            "self-mapped-read-other-page",
            "self-mapped-write",
            "self-mapped-write-other-page",
            "cross-mapped-read",
            "cross-mapped-write",
            "mmap-lock-queue",
            "truncate-vs-direct-read",
            "append-vs-direct-read",
            "hole-read-direct",
            "unwritten-read-direct",
            "torn-write",
            "concurrent-direct-writes",
            "concurrent-direct-read-write",
            "extending-write-direct",
            "fsync-after-direct",
            "o-dsync",
            "fallocate",
            "punch-hole",
            "reflink",
            "io-uring",
            "io-uring-iopoll",
            "io-uring-sqpoll");

    @Test
    void haveTheirIds() {
        assertThat(Probes.all()).extracting(probe -> probe.about().id()).containsExactlyElementsOf(IDS);
    }

    @Test
    void allAskSomethingAndNameASource() {
        assertThat(Probes.all()).allSatisfy(probe -> {
            assertThat(probe.about().question()).endsWith("?");
            assertThat(probe.about().source()).isNotBlank();
        });
    }
}
