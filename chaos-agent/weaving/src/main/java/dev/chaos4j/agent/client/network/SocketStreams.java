package dev.chaos4j.agent.client.network;

import dev.chaos4j.agent.bridge.Bridge;
import java.lang.instrument.Instrumentation;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.net.Socket;
import java.util.Map;
import java.util.Set;

/** The sockets that the JDK's streams belong to. */
final class SocketStreams {

    private static final ClassValue<VarHandle> PARENTS = new ClassValue<>() {
        @Override
        protected VarHandle computeValue(Class<?> stream) {
            return open(stream);
        }
    };

    private SocketStreams() {}

    /**
     * The socket that this stream reads or writes.
     *
     * @throws IllegalStateException if this JDK's streams are built differently, or the agent has not left the
     *     instrumentation that opens packages
     */
    static Socket socketOf(Object stream) {
        return (Socket) PARENTS.get(stream.getClass()).get(stream);
    }

    private static VarHandle open(Class<?> stream) {
        try {
            return lookupIn(stream).findVarHandle(stream, "parent", Socket.class);
        } catch (ReflectiveOperationException different) {
            throw different(different);
        }
    }

    /** Sees all members of this class of the JDK. */
    static MethodHandles.Lookup lookupIn(Class<?> type) throws IllegalAccessException {
        Instrumentation instrumentation = Bridge.instrumentation();
        if (instrumentation == null) {
            throw new IllegalStateException(
                    "The agent has left no instrumentation at the bridge, so faults cannot reach sockets");
        }
        instrumentation.redefineModule(
                type.getModule(),
                Set.of(),
                Map.of(),
                Map.of(type.getPackageName(), Set.of(SocketStreams.class.getModule())),
                Set.of(),
                Map.of());
        return MethodHandles.privateLookupIn(type, MethodHandles.lookup());
    }

    /** What to say of a JDK that we do not know. */
    static IllegalStateException different(ReflectiveOperationException cause) {
        return new IllegalStateException(
                "The sockets of Java " + Runtime.version() + " are built differently from those of 17 to 25, so"
                        + " faults cannot reach them; please report this",
                cause);
    }
}
