package io.pagetax.linux.syscall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.pagetax.linux.testing.ChildJvm;
import java.util.Map;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BindingTest {

    private static final int JVM = Runtime.version().feature();
    private static final int FIRST_WITH_FFM = 22;
    private static final String TOO_OLD =
            "needs a JVM from 22 on, this is " + JVM + " (" + System.getProperty("java.home") + ")";

    @ParameterizedTest
    @EnumSource
    void wordLeadsBackToItsBinding(Binding binding) {
        assertThat(Binding.parse(binding.word())).isEqualTo(binding);
        assertThat(binding).hasToString(binding.word());
    }

    @Test
    void otherWordsAreRefusedWithThoseThatWouldDo() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Binding.parse("jni"))
                .withMessage("'jni' is not one of: jna, ffm");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Binding.parse("FFM"))
                .withMessage("'FFM' is not one of: jna, ffm");
    }

    @Test
    void jnaWorksOnEveryJvm() {
        assertThat(Binding.JNA.unavailabilityCause()).isEmpty();
    }

    @Test
    void ffmSaysWhichJvmItNeeds() {
        if (JVM < FIRST_WITH_FFM) {
            assertThat(Binding.FFM.unavailabilityCause()).hasValue(TOO_OLD);
        } else {
            assertThat(Binding.FFM.unavailabilityCause()).isEmpty();
        }
    }

    @Test
    void jnaIsTheDefault() {
        ChildJvm.run(Map.of(), UsesTheDefault.class);
    }

    static final class UsesTheDefault {

        public static void main(String[] arguments) {
            System.clearProperty(Binding.PROPERTY);
            assertThat(Binding.current()).isEqualTo(Binding.JNA);
            assertThat(Syscalls.get()).isInstanceOf(JnaSyscalls.class);
            assertThat(Binding.current().version()).startsWith("jna 5.");
        }
    }

    @Test
    void propertyChoosesFfm() {
        ChildJvm.run(Map.of(), ChoosesFfm.class);
    }

    static final class ChoosesFfm {

        public static void main(String[] arguments) {
            System.setProperty(Binding.PROPERTY, "ffm");
            if (JVM < FIRST_WITH_FFM) {
                assertRefused(Binding::current);
                assertThat(rootCause(Syscalls::get))
                        .isInstanceOf(UnsupportedOperationException.class)
                        .hasMessage("binding ffm: " + TOO_OLD);
            } else {
                assertThat(Syscalls.get()).isInstanceOf(FfmSyscalls.class);
                assertThat(Binding.current().version()).isEqualTo("ffm " + Runtime.version());
            }
        }

        private static void assertRefused(ThrowingCallable choice) {
            assertThatExceptionOfType(UnsupportedOperationException.class)
                    .isThrownBy(choice)
                    .withMessage("binding ffm: " + TOO_OLD);
        }

        /** The choice is made when a class is initialised, which wraps what it throws. */
        private static Throwable rootCause(Supplier<?> call) {
            try {
                return new AssertionError("nothing thrown: " + call.get());
            } catch (ExceptionInInitializerError error) {
                return error.getException();
            }
        }
    }

    @Test
    void choiceIsFixedWithTheFirstCall() {
        ChildJvm.run(Map.of(), ChangesItsMind.class);
    }

    static final class ChangesItsMind {

        public static void main(String[] arguments) {
            Syscalls first = Syscalls.get();
            System.setProperty(Binding.PROPERTY, "no such binding");
            assertThat(Syscalls.get()).isSameAs(first);
            assertThatIllegalArgumentException()
                    .isThrownBy(Binding::current)
                    .withMessage("'no such binding' is not one of: jna, ffm");
        }
    }

    /** The two are independent ways to the same kernel. */
    @Test
    void bindingsAgree() {
        assumeTrue(JVM >= FIRST_WITH_FFM, "FFM " + TOO_OLD);
        NativeAccess jna = Binding.JNA.open();
        NativeAccess ffm = Binding.FFM.open();
        assertThat(ffm.pageSize()).isEqualTo(jna.pageSize());
        assertThat(ffm.syscalls().fsync(-1)).isEqualTo(jna.syscalls().fsync(-1)).isEqualTo(-Errno.EBADF.number());
    }
}
