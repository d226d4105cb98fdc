package io.pagetax.scheme.verify;

import io.pagetax.scheme.model.AnonymousBuffer;
import io.pagetax.scheme.model.Counts;
import io.pagetax.scheme.model.Journal;
import io.pagetax.scheme.model.PinnedBuffer;
import io.pagetax.scheme.model.Request;
import io.pagetax.scheme.model.Task;
import java.lang.instrument.Instrumentation;
import java.lang.invoke.MethodHandles;
import java.util.List;
import java.util.stream.Stream;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.agent.ByteBuddyAgent;
import net.bytebuddy.dynamic.loading.ClassReloadingStrategy;
import net.bytebuddy.implementation.StubMethod;
import net.bytebuddy.matcher.ElementMatchers;
import org.jetbrains.lincheck.jvm.agent.InstrumentationMode;
import org.jetbrains.lincheck.jvm.agent.LincheckInstrumentation;

/**
 * Lincheck's agent, attached once for the life of the process. As Lincheck 3.7 does it by itself, each search transforms
 * hundreds of classes and back again, which takes longer than most searches.
 */
final class ExplorerAgent {

    private static final String OBJECT_TRACKER = "org.jetbrains.kotlinx.lincheck.strategy.managed.BaseObjectTracker";

    /** Each object belongs to one thread at a time, though all are made by another one: no step in them is one to order. */
    private static final List<Class<?>> OF_ONE_THREAD =
            List.of(Task.class, Counts.class, Request.class, AnonymousBuffer.class, PinnedBuffer.class, Journal.class);

    /** Whose methods never sleep, but for those that they have from {@code WaitQueue}: what goes on inside is one step. */
    private static final List<String> OPERATIONS = Stream.of("Page", "PageIndex", "IndexNode", "Frames")
            .map(name -> Task.class.getPackageName() + "." + name)
            .toList();

    private ExplorerAgent() {}

    /** To be called once a process, before the first search. */
    static void attach(Grain grain) {
        Instrumentation instrumentation = ByteBuddyAgent.install();
        keepIdentityHashes(instrumentation);
        LincheckInstrumentation lincheck = LincheckInstrumentation.INSTANCE;
        lincheck.attachJavaAgentStatically(instrumentation);
        lincheck.install(InstrumentationMode.MODEL_CHECKING);
        OF_ONE_THREAD.forEach(type -> leaveAlone(type, lincheck));
        if (grain == Grain.OPERATION) {
            OPERATIONS.forEach(name -> leaveAlone(named(name), lincheck));
        }
    }

    /**
     * The checker gives all objects the same identity hash, so that what depends on hashes goes the same way each time. It
     * then looks them up by it, in lists as long as there are objects, which takes more than half of the time. Nothing in a
     * scheme depends on the hash of an object.
     */
    private static void keepIdentityHashes(Instrumentation instrumentation) {
        new ByteBuddy()
                .redefine(named(OBJECT_TRACKER))
                .method(ElementMatchers.named("overwriteIdentityHashCode"))
                .intercept(StubMethod.INSTANCE)
                .make()
                .load(ExplorerAgent.class.getClassLoader(), ClassReloadingStrategy.of(instrumentation));
    }

    private static Class<?> named(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException another) {
            throw new IllegalStateException(another);
        }
    }

    /** Taken for instrumented; and initialised, which the checker would do otherwise: not in the middle of a search. */
    private static void leaveAlone(Class<?> type, LincheckInstrumentation lincheck) {
        try {
            MethodHandles.privateLookupIn(type, MethodHandles.lookup()).ensureInitialized(type);
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
        lincheck.getInstrumentedClasses().add(type.getName());
    }
}
