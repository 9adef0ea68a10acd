package dev.chaos4j.agent.client.network;

import static java.lang.invoke.MethodType.methodType;

import dev.chaos4j.agent.bridge.Bridge;
import dev.chaos4j.spi.Passage;
import java.io.FileDescriptor;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.VarHandle;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProtocolFamily;
import java.net.SocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.nio.channels.spi.AbstractSelectableChannel;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** The members of the JDK's channels that we use. Immutable. */
final class ChannelParts {

    private static final String PACKAGE = "sun.nio.ch";

    private static volatile @Nullable ChannelParts known;

    private final VarHandle state;
    private final VarHandle remoteAddress;
    private final VarHandle stateLock;
    private final VarHandle readLock;
    private final VarHandle writeLock;
    private final VarHandle family;
    private final VarHandle descriptor;
    private final VarHandle keys;
    private final VarHandle keyLock;
    private final MethodHandle connect;
    private final int pending;
    private final int readable;
    private final int writable;

    private ChannelParts(Class<?> type) throws ReflectiveOperationException {
        Lookup lookup = MethodHandles.privateLookupIn(type, MethodHandles.lookup());
        state = lookup.findVarHandle(type, "state", int.class);
        remoteAddress = lookup.findVarHandle(type, "remoteAddress", SocketAddress.class);
        stateLock = lookup.findVarHandle(type, "stateLock", Object.class);
        readLock = lookup.findVarHandle(type, "readLock", ReentrantLock.class);
        writeLock = lookup.findVarHandle(type, "writeLock", ReentrantLock.class);
        family = lookup.findVarHandle(type, "family", ProtocolFamily.class);
        descriptor = lookup.findVarHandle(type, "fd", FileDescriptor.class);
        Lookup ofKeys = MethodHandles.privateLookupIn(AbstractSelectableChannel.class, MethodHandles.lookup());
        keys = ofKeys.findVarHandle(AbstractSelectableChannel.class, "keys", SelectionKey[].class);
        keyLock = ofKeys.findVarHandle(AbstractSelectableChannel.class, "keyLock", Object.class);
        connect = lookup.findStatic(
                Class.forName(PACKAGE + ".Net", false, null),
                "connect",
                methodType(int.class, ProtocolFamily.class, FileDescriptor.class, InetAddress.class, int.class));
        readable = event(lookup, "POLLIN");
        writable = event(lookup, "POLLOUT");
        pending = (int) lookup.findStaticVarHandle(type, "ST_CONNECTIONPENDING", int.class)
                .get();
    }

    private static int event(Lookup lookup, String name) throws ReflectiveOperationException {
        Class<?> net = Class.forName(PACKAGE + ".Net", false, null);
        return (short) lookup.findStaticVarHandle(net, name, short.class).get();
    }

    /** What the system calls this operation of selection keys, to read or to write. */
    int events(int operation) {
        return operation == SelectionKey.OP_READ ? readable : writable;
    }

    /**
     * The members of channels of this class.
     *
     * @throws IllegalStateException if this JDK's channels are built differently, or the agent has not left the
     *     instrumentation that opens packages
     */
    static ChannelParts of(Class<?> channel) {
        ChannelParts present = known;
        if (present == null) {
            present = open(channel);
            known = present;
        }
        return present;
    }

    /** Whether faults can reach channels of this class; if not, the passage is told why, and is over. */
    static boolean reach(SocketChannel channel, Passage passage) {
        try {
            of(channel.getClass());
            return true;
        } catch (IllegalStateException different) {
            String why = String.valueOf(different.getMessage());
            passage.notWaited(why);
            passage.notApplied(why);
            passage.endOk();
            return false;
        }
    }

    private static ChannelParts open(Class<?> channel) {
        Instrumentation instrumentation = Bridge.instrumentation();
        if (instrumentation == null) {
            throw new IllegalStateException(
                    "The agent has left no instrumentation at the bridge, so faults cannot reach channels");
        }
        instrumentation.redefineModule(
                channel.getModule(),
                Set.of(),
                Map.of(),
                Map.of(
                        PACKAGE,
                        Set.of(ChannelParts.class.getModule()),
                        AbstractSelectableChannel.class.getPackageName(),
                        Set.of(ChannelParts.class.getModule())),
                Set.of(),
                Map.of());
        try {
            return new ChannelParts(channel);
        } catch (ReflectiveOperationException different) {
            throw new IllegalStateException(
                    "The channels of Java " + Runtime.version() + " are built differently from those of 17 to 25, so"
                            + " faults cannot reach those that do not block; please report this",
                    different);
        }
    }

    /** The registrations of a channel with selectors. */
    List<SelectionKey> keysOf(SocketChannel channel) {
        synchronized (keyLock.get(channel)) {
            SelectionKey[] registered = (SelectionKey[]) keys.get(channel);
            return registered == null
                    ? List.of()
                    : Arrays.stream(registered).filter(Objects::nonNull).toList();
        }
    }

    /** Makes the channel one whose connection is pending, although nothing was sent. */
    void pend(SocketChannel channel, InetSocketAddress to) {
        synchronized (stateLock.get(channel)) {
            remoteAddress.set(channel, to);
            state.setVolatile(channel, pending);
        }
    }

    /** Begins the connection of a channel that is pending; does nothing to one that is closed. */
    void connect(SocketChannel channel, InetSocketAddress to) throws IOException {
        ReentrantLock reading = (ReentrantLock) readLock.get(channel);
        ReentrantLock writing = (ReentrantLock) writeLock.get(channel);
        reading.lock();
        writing.lock();
        try {
            if (channel.isOpen()) {
                connectNow(channel, to);
            }
        } finally {
            writing.unlock();
            reading.unlock();
        }
    }

    private void connectNow(SocketChannel channel, InetSocketAddress to) throws IOException {
        try {
            connect.invokeWithArguments(family.get(channel), descriptor.get(channel), to.getAddress(), to.getPort());
        } catch (IOException | RuntimeException | Error refused) {
            throw refused;
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
