package io.pagetax.linux.syscall;

import static org.assertj.core.api.Assertions.assertThat;

import io.pagetax.linux.testing.CHeaders;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The same as {@link StructLayoutTest} for io_uring. */
class IoUringLayoutTest {

    private static final CopiedNumbers IO_URING = CopiedNumbers.of(
            IoUringLayout.class,
            Map.ofEntries(
                    Map.entry("PARAMS_SQ_ENTRIES_OFFSET", "io_uring_params.sq_entries"),
                    Map.entry("PARAMS_CQ_ENTRIES_OFFSET", "io_uring_params.cq_entries"),
                    Map.entry("PARAMS_FLAGS_OFFSET", "io_uring_params.flags"),
                    Map.entry("PARAMS_SQ_THREAD_CPU_OFFSET", "io_uring_params.sq_thread_cpu"),
                    Map.entry("PARAMS_SQ_THREAD_IDLE_OFFSET", "io_uring_params.sq_thread_idle"),
                    Map.entry("PARAMS_FEATURES_OFFSET", "io_uring_params.features"),
                    Map.entry("PARAMS_SQ_OFF_OFFSET", "io_uring_params.sq_off"),
                    Map.entry("PARAMS_CQ_OFF_OFFSET", "io_uring_params.cq_off"),
                    Map.entry("PARAMS_LENGTH", "io_uring_params"),
                    Map.entry("RING_HEAD_OFFSET", "io_sqring_offsets.head io_cqring_offsets.head"),
                    Map.entry("RING_TAIL_OFFSET", "io_sqring_offsets.tail io_cqring_offsets.tail"),
                    Map.entry("RING_MASK_OFFSET", "io_sqring_offsets.ring_mask io_cqring_offsets.ring_mask"),
                    Map.entry("RING_ENTRIES_OFFSET", "io_sqring_offsets.ring_entries io_cqring_offsets.ring_entries"),
                    Map.entry("SQ_FLAGS_OFFSET", "io_sqring_offsets.flags"),
                    Map.entry("SQ_DROPPED_OFFSET", "io_sqring_offsets.dropped"),
                    Map.entry("SQ_ARRAY_OFFSET", "io_sqring_offsets.array"),
                    Map.entry("CQ_OVERFLOW_OFFSET", "io_cqring_offsets.overflow"),
                    Map.entry("CQ_CQES_OFFSET", "io_cqring_offsets.cqes"),
                    Map.entry("SQE_OPCODE_OFFSET", "io_uring_sqe.opcode"),
                    Map.entry("SQE_FLAGS_OFFSET", "io_uring_sqe.flags"),
                    Map.entry("SQE_IOPRIO_OFFSET", "io_uring_sqe.ioprio"),
                    Map.entry("SQE_FD_OFFSET", "io_uring_sqe.fd"),
                    Map.entry("SQE_OFF_OFFSET", "io_uring_sqe.off"),
                    Map.entry("SQE_ADDR_OFFSET", "io_uring_sqe.addr"),
                    Map.entry("SQE_LEN_OFFSET", "io_uring_sqe.len"),
                    Map.entry("SQE_RW_FLAGS_OFFSET", "io_uring_sqe.rw_flags io_uring_sqe.fsync_flags"),
                    Map.entry("SQE_USER_DATA_OFFSET", "io_uring_sqe.user_data"),
                    Map.entry("SQE_BUF_INDEX_OFFSET", "io_uring_sqe.buf_index"),
                    Map.entry("SQE_LENGTH", "io_uring_sqe"),
                    Map.entry("CQE_USER_DATA_OFFSET", "io_uring_cqe.user_data"),
                    Map.entry("CQE_RES_OFFSET", "io_uring_cqe.res"),
                    Map.entry("CQE_FLAGS_OFFSET", "io_uring_cqe.flags"),
                    Map.entry("CQE_LENGTH", "io_uring_cqe"),
                    Map.entry("PROBE_OPS_LEN_OFFSET", "io_uring_probe.ops_len"),
                    Map.entry("PROBE_OPS_OFFSET", "io_uring_probe.ops io_uring_probe"),
                    Map.entry("PROBE_OP_FLAGS_OFFSET", "io_uring_probe_op.flags"),
                    Map.entry("PROBE_OP_LENGTH", "io_uring_probe_op"),
                    Map.entry("RSRC_UPDATE_OFFSET_OFFSET", "io_uring_rsrc_update.offset"),
                    Map.entry("RSRC_UPDATE_DATA_OFFSET", "io_uring_rsrc_update.data"),
                    Map.entry("RSRC_UPDATE_LENGTH", "io_uring_rsrc_update")));

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> structuresAndConstantsAreThoseOfTheHeaders() throws IOException {
        return CHeaders.compare(folder, IO_URING.claims().toList());
    }

    @Test
    void noPartOfALayoutIsLeftOut() {
        assertThat(IO_URING.partsOfStructures())
                .containsExactlyInAnyOrderElementsOf(IO_URING.theirNames().keySet());
    }
}
