package io.pagetax.jmh;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Operations by the engine's own count, as a secondary result of JMH's. */
@AuxCounters(AuxCounters.Type.EVENTS)
@State(Scope.Thread)
public class IssuedOperations {

    /** In measured batches; JMH sets it back before each iteration. */
    public long issued;
}
