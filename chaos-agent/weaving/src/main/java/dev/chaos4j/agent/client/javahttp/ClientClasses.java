package dev.chaos4j.agent.client.javahttp;

import static java.lang.invoke.MethodType.methodType;

import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/** The members of the client's internal classes that we use. Immutable. */
final class ClientClasses {

    private static final String PACKAGE = "jdk.internal.net.http.";

    private final MethodHandle request;
    private final MethodHandle multi;
    private final MethodHandle client;
    private final MethodHandle established;
    private final MethodHandle setEstablished;
    private final MethodHandle setEstablishing;
    private final MethodHandle proceed;
    private final MethodHandle cancel;
    private final MethodHandle cancelCause;
    private final MethodHandle connectTimeout;
    private final MethodHandle handler;
    private final MethodHandle cancelAll;
    private final MethodHandle setExchange;
    private final MethodHandle executor;
    private final MethodHandle delegate;
    private final MethodHandle proxySelector;
    private final MethodHandle newRequest;
    private final MethodHandle newExchange;
    private final MethodHandle newResponse;
    private final MethodHandle status;
    private final MethodHandle newConnectionExpired;

    /**
     * Finds them all.
     *
     * @param exchange one of the classes; its package is open to us
     * @throws ReflectiveOperationException if one is not there
     */
    ClientClasses(Class<?> exchange) throws ReflectiveOperationException {
        Lookup lookup = privateIn(exchange);
        Class<?> exchangeImpl = type(lookup, "ExchangeImpl");
        Class<?> multiExchange = type(lookup, "MultiExchange");
        Class<?> requestImpl = type(lookup, "HttpRequestImpl");
        Class<?> clientImpl = type(lookup, "HttpClientImpl");
        Class<?> connection = type(lookup, "HttpConnection");
        Class<?> delegating = type(lookup, "HttpClientImpl$DelegatingExecutor");
        request = lookup.findGetter(exchange, "request", requestImpl);
        multi = lookup.findGetter(exchange, "multi", multiExchange);
        client = lookup.findGetter(exchange, "client", clientImpl);
        established = lookup.findGetter(exchange, "exchImpl", exchangeImpl);
        setEstablished = lookup.findSetter(exchange, "exchImpl", exchangeImpl);
        setEstablishing = lookup.findSetter(exchange, "exchangeCF", CompletableFuture.class);
        proceed = lookup.findVirtual(exchange, "responseAsyncImpl", methodType(CompletableFuture.class, connection));
        cancel = lookup.findVirtual(exchange, "cancel", methodType(void.class, IOException.class));
        cancelCause = lookup.findVirtual(exchange, "getCancelCause", methodType(IOException.class));
        connectTimeout = lookup.findVirtual(exchange, "remainingConnectTimeout", methodType(Optional.class));
        handler = lookup.findGetter(multiExchange, "responseHandler", java.net.http.HttpResponse.BodyHandler.class);
        cancelAll = lookup.findVirtual(multiExchange, "cancel", methodType(void.class, IOException.class));
        setExchange =
                privateIn(multiExchange).findVirtual(multiExchange, "setExchange", methodType(void.class, exchange));
        executor = lookup.findVirtual(clientImpl, "theExecutor", methodType(delegating));
        delegate = lookup.findVirtual(delegating, "delegate", methodType(Executor.class));
        proxySelector = lookup.findVirtual(clientImpl, "proxySelector", methodType(ProxySelector.class));
        newRequest =
                lookup.findConstructor(requestImpl, methodType(void.class, HttpRequest.class, ProxySelector.class));
        newExchange = lookup.findConstructor(exchange, methodType(void.class, requestImpl, multiExchange));
        Class<?> response = type(lookup, "Response");
        status = lookup.findVirtual(response, "statusCode", methodType(int.class));
        newResponse = lookup.findConstructor(
                response,
                methodType(
                        void.class,
                        requestImpl,
                        exchange,
                        HttpHeaders.class,
                        connection,
                        int.class,
                        HttpClient.Version.class));
        newConnectionExpired = lookup.findConstructor(
                type(lookup, "common.ConnectionExpiredException"), methodType(void.class, Throwable.class));
    }

    private static Class<?> type(Lookup lookup, String name) throws ClassNotFoundException {
        return Class.forName(PACKAGE + name, false, lookup.lookupClass().getClassLoader());
    }

    private static Lookup privateIn(Class<?> type) throws IllegalAccessException {
        return MethodHandles.privateLookupIn(type, MethodHandles.lookup());
    }

    HttpRequest request(Object exchange) {
        return (HttpRequest) call(request, exchange);
    }

    /** What keeps all exchanges of one call together. */
    Object multi(Object exchange) {
        return call(multi, exchange);
    }

    /** The carrier that our interceptor of calls has left, or null. */
    @Nullable
    Carrier<?> carrier(Object exchange) {
        return call(handler, multi(exchange)) instanceof Carrier<?> carrier ? carrier : null;
    }

    /**
     * What the client completes when it cancels an exchange, or its time is out, before a connection takes part.
     *
     * @param future null for none
     */
    void establishing(Object exchange, @Nullable CompletableFuture<?> future) {
        callForNull(setEstablished, exchange, null);
        callForNull(setEstablishing, exchange, future);
    }

    /** Runs the exchange as the client would have. */
    CompletableFuture<?> proceed(Object exchange) {
        return (CompletableFuture<?>) call(proceed, exchange, null);
    }

    /** Cancels one exchange, without the client noticing. */
    void cancel(Object exchange, IOException why) {
        callForNull(cancel, exchange, why);
    }

    /** Why the exchange was cancelled before a connection took part, or null. */
    @Nullable
    IOException cancelCause(Object exchange) {
        return (IOException) callForNull(cancelCause, exchange);
    }

    /** Ends the call as the client does when its time to connect is out. */
    void cancelAll(Object exchange, IOException why) {
        callForNull(cancelAll, multi(exchange), why);
    }

    /** What is left of the client's time to connect. */
    Optional<?> connectTimeout(Object exchange) {
        return (Optional<?>) call(connectTimeout, exchange);
    }

    /** Runs it on the client's executor, never here; where that does not take it any more, on the common pool. */
    void execute(Object exchange, Runnable task) {
        Executor pool = (Executor) call(delegate, call(executor, call(client, exchange)));
        try {
            pool.execute(task);
        } catch (RejectedExecutionException shutDown) {
            ForkJoinPool.commonPool().execute(task);
        }
    }

    /** Another exchange of the same call, with another request; the client goes on with it. */
    Object replace(Object exchange, HttpRequest other) {
        Object copy = call(newRequest, other, callForNull(proxySelector, call(client, exchange)));
        Object replacement = call(newExchange, copy, multi(exchange));
        goOnWith(exchange, replacement);
        return replacement;
    }

    /** Lets the client go on with this exchange of the same call. */
    void goOnWith(Object exchange, Object other) {
        callForNull(setExchange, multi(exchange), other);
    }

    /** Gives an exchange the connection of another one of the same call. */
    void share(Object exchange, Object other) {
        callForNull(setEstablished, exchange, callForNull(established, other));
    }

    /** An answer as if it had been read from a connection. */
    Object response(Object exchange, int status, HttpHeaders headers) {
        return call(newResponse, request(exchange), exchange, headers, null, status, HttpClient.Version.HTTP_1_1);
    }

    /** The status of an answer. */
    int status(Object response) {
        return (int) call(status, response);
    }

    /** How the client marks the loss of a connection on which no answer had begun: it may repeat such a request. */
    IOException connectionExpired(IOException cause) {
        return (IOException) call(newConnectionExpired, cause);
    }

    private static Object call(MethodHandle member, @Nullable Object... arguments) {
        return Objects.requireNonNull(callForNull(member, arguments));
    }

    private static @Nullable Object callForNull(MethodHandle member, @Nullable Object... arguments) {
        try {
            return member.invokeWithArguments(arguments);
        } catch (RuntimeException | Error unchecked) {
            throw unchecked;
        } catch (Throwable checked) {
            throw new IllegalStateException(checked);
        }
    }
}
