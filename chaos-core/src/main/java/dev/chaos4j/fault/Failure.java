package dev.chaos4j.fault;

import java.util.Optional;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The call fails before it takes effect, with an exception of a chosen type, also a checked one, or with a
 * {@link NetworkError} that the client adapter turns into the client library's own exception.
 */
public final class Failure implements Outcome {

    private final ThrowableSource source;
    private final @Nullable NetworkError network;
    private final @Nullable String message;
    private final @Nullable Failure cause;

    private Failure(
            ThrowableSource source, @Nullable NetworkError network, @Nullable String message, @Nullable Failure cause) {
        this.source = source;
        this.network = network;
        this.message = message;
        this.cause = cause;
    }

    /**
     * Fails with a new exception of this type each time.
     *
     * @throws IllegalArgumentException if the type is abstract or has no public constructor that takes nothing, a
     *     message, a cause, or a message and a cause
     */
    public static Failure of(Class<? extends Throwable> type) {
        return new Failure(ThrowableSource.ofType(type), null, null, null);
    }

    /** Fails with what {@code supplier} gives; called for each injection, on the caller's thread. */
    public static Failure of(Supplier<? extends Throwable> supplier) {
        return new Failure(ThrowableSource.ofSupplier(supplier), null, null, null);
    }

    /**
     * Fails with an exception type named as in a scenario file. The class is resolved where the call happens, in the
     * loader of the calling class, so that the application can catch its own type.
     *
     * @throws IllegalArgumentException if {@code typeName} is not a fully qualified class name
     */
    public static Failure named(String typeName) {
        return new Failure(ThrowableSource.ofName(typeName), null, null, null);
    }

    /** Fails as the network would; see {@link NetworkError}. */
    public static Failure network(NetworkError error) {
        return new Failure(ThrowableSource.ofName(error.exceptionType()), error, error.message(), null);
    }

    /** This failure with a message; ignored where {@link #of(Supplier)} supplies the exception. */
    public Failure message(String text) {
        return new Failure(source, network, text, cause);
    }

    /**
     * This failure with a cause; left out where {@link #of(Supplier)} supplies the exception, and where its type takes
     * none.
     */
    public Failure cause(Failure of) {
        return new Failure(source, network, message, of);
    }

    /** The network error this failure stands for, or empty for a plain exception. */
    public Optional<NetworkError> network() {
        return Optional.ofNullable(network);
    }

    /** Whether user code supplies the exception, so that the failure cannot be written to a file. */
    public boolean isSupplied() {
        return source.isSupplied();
    }

    /** The name of the exception type; for a supplier, the word {@code supplied}. */
    public String typeName() {
        return source.typeName();
    }

    /** The message, if one is set. */
    public Optional<String> message() {
        return Optional.ofNullable(message);
    }

    /** The cause, if one is set. */
    public Optional<Failure> cause() {
        return Optional.ofNullable(cause);
    }

    /**
     * A new exception for one injection.
     *
     * @param loader where a type given by name is looked up; null for the bootstrap loader
     * @throws IllegalStateException if the named type does not exist there, is no exception, or cannot be created;
     *     the message says which
     */
    public Throwable create(@Nullable ClassLoader loader) {
        Throwable because = cause == null ? null : cause.create(loader);
        return source.create(loader, message == null ? "injected by Chaos4j" : message, because);
    }

    @Override
    public String kind() {
        return "failure";
    }

    @Override
    public Placement placement() {
        return Placement.BEFORE;
    }

    @Override
    public String describe() {
        return "failure " + (network == null ? source.typeName() : network.word());
    }

    @Override
    public void contribute(Decision.Builder decision, DoubleSupplier dice) {
        decision.end(this);
    }

    @Override
    public String toString() {
        return describe();
    }
}
