package io.pagetax.linux.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class OverlayFoldersTest {

    @Test
    void foldersAreThoseOfTheOptions() {
        OverlayFolders folders = OverlayFolders.of("rw,lowerdir=/a:/b/c,upperdir=/u,workdir=/w,index=off");
        assertThat(folders.upper()).containsExactly(Path.of("/u"));
        assertThat(folders.lower()).containsExactly(Path.of("/a"), Path.of("/b/c"));
    }

    @Test
    void escapesOfTheKernelAndOfTheUserAreUndone() {
        OverlayFolders folders =
                OverlayFolders.of("rw,lowerdir=/l\\134:w\\134\\054e\\040r\\134\\134x:/b,upperdir=/u\\134:p");
        assertThat(folders.upper()).containsExactly(Path.of("/u:p"), Path.of("/u\\:p"));
        assertThat(folders.lower()).containsExactly(Path.of("/l:w,e r\\x"), Path.of("/b"));
    }

    @Test
    void foldersGivenOneByOneHaveNoEscapesOfTheUser() {
        OverlayFolders folders = OverlayFolders.of("ro,lowerdir+=/a:b,lowerdir+=/c,datadir+=/d");
        assertThat(folders.upper()).isEmpty();
        assertThat(folders.lower()).containsExactly(Path.of("/a:b"), Path.of("/c"), Path.of("/d"));
    }

    @Test
    void foldersForDataComeLast() {
        assertThat(OverlayFolders.of("ro,lowerdir=/a:/b::/data").lower())
                .containsExactly(Path.of("/a"), Path.of("/b"), Path.of("/data"));
    }

    /** They were relative to the folder of whoever mounted. */
    @Test
    void relativeFoldersAreNotGuessed() {
        assertThat(OverlayFolders.of("rw,lowerdir=l/ABC:/b").lower()).containsExactly(Path.of("/b"));
    }
}
