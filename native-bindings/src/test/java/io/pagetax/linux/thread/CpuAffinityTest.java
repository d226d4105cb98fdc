package io.pagetax.linux.thread;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.pagetax.linux.file.NativeIoException;
import io.pagetax.linux.testing.Commands;
import java.util.BitSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CpuAffinityTest {

    private BitSet original = new BitSet();

    @BeforeEach
    void remember() throws NativeIoException {
        original = CpuAffinity.current();
    }

    @AfterEach
    void restore() throws NativeIoException {
        CpuAffinity.set(original);
    }

    @Test
    void countIsThatOfTheSystem() {
        assertThat(original.cardinality()).isEqualTo(Integer.parseInt(Commands.run("nproc")));
    }

    @Test
    void threadIsConfinedToTheProcessorNamed() throws NativeIoException {
        BitSet last = only(original.length() - 1);
        CpuAffinity.set(last);
        assertThat(CpuAffinity.current()).isEqualTo(last);
        assertThat(Commands.run("nproc")).as("inherited").isEqualTo("1");
    }

    @Test
    void otherThreadsAreLeftAlone() throws NativeIoException, InterruptedException, ExecutionException {
        FutureTask<Void> confined = new FutureTask<>(() -> {
            CpuAffinity.set(only(original.nextSetBit(0)));
            return null;
        });
        new Thread(confined).start();
        confined.get();
        assertThat(CpuAffinity.current()).isEqualTo(original);
    }

    @Test
    void processorsThatAreNotThereAreLeftOut() throws NativeIoException {
        BitSet more = (BitSet) original.clone();
        more.set(8191);
        CpuAffinity.set(more);
        assertThat(CpuAffinity.current()).isEqualTo(original);
    }

    @Test
    void noProcessorIsRefusedAndChangesNothing() throws NativeIoException {
        assertThatExceptionOfType(NativeIoException.class)
                .isThrownBy(() -> CpuAffinity.set(new BitSet()))
                .withMessage("sched_setaffinity(this thread, {}): EINVAL (22, invalid argument);"
                        + " none of these processors is there and open to this process");
        assertThatExceptionOfType(NativeIoException.class)
                .isThrownBy(() -> CpuAffinity.set(only(8191)))
                .withMessageStartingWith("sched_setaffinity(this thread, {8191}): EINVAL (22, invalid argument)");
        assertThat(CpuAffinity.current()).isEqualTo(original);
    }

    private static BitSet only(int processor) {
        BitSet processors = new BitSet();
        processors.set(processor);
        return processors;
    }
}
