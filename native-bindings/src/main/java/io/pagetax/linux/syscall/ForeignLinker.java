package io.pagetax.linux.syscall;

import java.lang.invoke.MethodHandle;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The little that is needed of {@code java.lang.foreign} (JEP 454, final in JDK 22), by reflection, because this is
 * compiled for older JVMs, too. Reflection serves the set-up only: what comes out are method handles and buffers.
 */
final class ForeignLinker {

    private static final String PACKAGE = "java.lang.foreign.";
    private static final Class<?> SEGMENT = type("MemorySegment");
    private static final Class<?> LINKER = type("Linker");
    private static final Class<?> OPTION = type("Linker$Option");
    private static final Class<?> LAYOUT = type("MemoryLayout");
    private static final Class<?> DESCRIPTOR = type("FunctionDescriptor");

    private final Object linker = invoke(method(LINKER, "nativeLinker"), null);

    /** {@code MemorySegment}, for the types of handles. */
    static Class<?> segmentType() {
        return SEGMENT;
    }

    /** A segment over a direct buffer's memory. */
    static Object segmentOf(ByteBuffer direct) {
        return invoke(method(SEGMENT, "ofBuffer", Buffer.class), null, direct);
    }

    /** See {@link NativeAccess#view}. */
    static ByteBuffer view(long address, int length) {
        Object nothing = invoke(method(SEGMENT, "ofAddress", long.class), null, address);
        Object memory = invoke(method(SEGMENT, "reinterpret", long.class), nothing, (long) length);
        return ((ByteBuffer) invoke(method(SEGMENT, "asByteBuffer"), memory)).order(ByteOrder.nativeOrder());
    }

    /** See {@link NativeAccess#addressOf}. */
    static long addressOf(ByteBuffer direct) {
        // A segment begins at the buffer's position.
        Object all = segmentOf(direct.duplicate().clear());
        return (long) invoke(method(SEGMENT, "address"), all);
    }

    /** Bytes that a call needs to leave its errno in, at their start. */
    static int errnoBytes() {
        Object layout = invoke(method(OPTION, "captureStateLayout"), null);
        return Math.toIntExact((long) invoke(method(LAYOUT, "byteSize"), layout));
    }

    /**
     * A variadic function of libc, all {@code long}, that leaves errno behind: the handle takes the segment for errno
     * first.
     *
     * @param fixed parameters that are not variadic
     */
    MethodHandle variadicWithErrno(String name, int fixed, int parameters) {
        Object errno =
                invoke(method(OPTION, "captureCallState", String[].class), null, (Object) new String[] {"errno"});
        Object variadic = invoke(method(OPTION, "firstVariadicArg", int.class), null, fixed);
        return link(name, layouts("JAVA_LONG", 1 + parameters), errno, variadic);
    }

    /** A function of libc without parameters that returns an {@code int}. */
    MethodHandle intFunction(String name) {
        return link(name, layouts("JAVA_INT", 1));
    }

    /** The first layout is the result's. */
    private MethodHandle link(String name, Object[] layouts, Object... options) {
        Object[] parameters = (Object[]) Array.newInstance(LAYOUT, layouts.length - 1);
        System.arraycopy(layouts, 1, parameters, 0, parameters.length);
        Object descriptor =
                invoke(method(DESCRIPTOR, "of", LAYOUT, parameters.getClass()), null, layouts[0], parameters);
        Object[] typedOptions = (Object[]) Array.newInstance(OPTION, options.length);
        System.arraycopy(options, 0, typedOptions, 0, options.length);
        Method downcall = method(LINKER, "downcallHandle", SEGMENT, DESCRIPTOR, typedOptions.getClass());
        return (MethodHandle) invoke(downcall, linker, symbol(name), descriptor, typedOptions);
    }

    private Object symbol(String name) {
        Object lookup = invoke(method(LINKER, "defaultLookup"), linker);
        Optional<?> found = (Optional<?>) invoke(method(type("SymbolLookup"), "find", String.class), lookup, name);
        return found.orElseThrow(() -> new UnsatisfiedLinkError("libc has no " + name));
    }

    private static Object[] layouts(String constant, int count) {
        try {
            Object layout = type("ValueLayout").getField(constant).get(null);
            Object[] layouts = new Object[count];
            Arrays.fill(layouts, layout);
            return layouts;
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(constant, e);
        }
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(PACKAGE + name);
        } catch (ClassNotFoundException e) {
            throw new LinkageError(name, e);
        }
    }

    private static Method method(Class<?> owner, String name, Class<?>... parameters) {
        try {
            return owner.getMethod(name, parameters);
        } catch (NoSuchMethodException e) {
            throw new LinkageError(name, e);
        }
    }

    private static Object invoke(Method method, @Nullable Object receiver, Object... arguments) {
        try {
            return method.invoke(receiver, arguments);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new LinkageError(method.toString(), e);
        }
    }
}
