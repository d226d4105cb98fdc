package io.pagetax.evidence;

import io.pagetax.workload.AccessPath;
import java.util.Optional;

/** The file system says that it takes direct I/O on this file at all: some accept O_DIRECT and take none (statx(2)). */
final class DirectSupportRule implements Rule<SampleExhibit> {

    @Override
    public Optional<Finding> check(SampleExhibit exhibit) {
        boolean refused = Boolean.FALSE.equals(exhibit.file().takesDirectIo());
        return exhibit.claim().path() == AccessPath.DIRECT && refused
                ? Finding.refuted("the file system takes O_DIRECT on this file but does no direct I/O: by statx the"
                        + " alignment that it asks for is 0 bytes")
                : Optional.empty();
    }
}
