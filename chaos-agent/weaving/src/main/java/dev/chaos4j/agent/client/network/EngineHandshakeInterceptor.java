package dev.chaos4j.agent.client.network;

import dev.chaos4j.agent.client.ClientCall;
import dev.chaos4j.agent.client.Interception;
import dev.chaos4j.agent.client.RefusedHandshake;
import dev.chaos4j.fault.Decision;
import dev.chaos4j.fault.Failure;
import dev.chaos4j.fault.NetworkError;
import dev.chaos4j.fault.Outcome;
import dev.chaos4j.spi.Passage;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.WeakHashMap;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * A client that speaks TLS by an engine reads the server's first answer. An engine moves no bytes itself and mostly works
 * on an event loop, so that nothing can wait here. Where the handshake is to fail, the engine is given a server's alert to
 * read, and fails by itself.
 */
public final class EngineHandshakeInterceptor extends NetworkInterceptor {

    private static final String NO_WAIT =
            "an SSLEngine belongs to an event loop, which must not block; let reading wait: operation read";

    /** Engines whose handshakes were met already. */
    private static final Map<SSLEngine, Boolean> MET = Collections.synchronizedMap(new WeakHashMap<>());

    /** For the weaver. */
    public EngineHandshakeInterceptor() {}

    @Override
    @Nullable
    Interception intercept(ClientCall call) {
        if (!(call.self() instanceof SSLEngine engine) || !begins(engine, call)) {
            return null;
        }
        int port = Math.max(0, engine.getPeerPort());
        InetSocketAddress peer = InetSocketAddress.createUnresolved(Objects.toString(engine.getPeerHost(), ""), port);
        Passage passage = call.gate().enter(new Handshake(call.gate().point(), peer, engine.getSSLParameters()));
        return passage == null ? null : settled(call, passage);
    }

    private static boolean begins(SSLEngine engine, ClientCall call) {
        return engine.getUseClientMode()
                && engine.getApplicationProtocol() == null
                && engine.getHandshakeStatus() == HandshakeStatus.NEED_UNWRAP
                && hasBytes(call)
                && !isOfDatagrams(engine)
                && MET.putIfAbsent(engine, true) == null;
    }

    private static boolean hasBytes(ClientCall call) {
        if (!(call.argument(0) instanceof ByteBuffer[] sources)
                || !(call.argument(1) instanceof Integer offset)
                || !(call.argument(2) instanceof Integer length)) {
            return false;
        }
        for (int i = offset; i < offset + length && i < sources.length; i++) {
            if (sources[i] != null && sources[i].hasRemaining()) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOfDatagrams(SSLEngine engine) {
        String[] protocols = engine.getEnabledProtocols();
        return protocols.length > 0 && protocols[0].startsWith("DTLS");
    }

    private static Interception settled(ClientCall call, Passage passage) {
        Decision decision = passage.decision();
        if (decision.waits()) {
            passage.notWaited(NO_WAIT);
        }
        Outcome outcome = decision.outcome();
        if (outcome instanceof Failure failure) {
            return failing(call, passage, failure);
        }
        if (outcome != null) {
            passage.notApplied(Failures.misfit(outcome));
        }
        return new Watched(passage);
    }

    private static Interception failing(ClientCall call, Passage passage, Failure failure) {
        if (failure.network().filter(NetworkError.HANDSHAKE_FAILED::equals).isPresent()) {
            call.argument(0, new ByteBuffer[] {RefusedHandshake.alert()});
            call.argument(1, 0);
            call.argument(2, 1);
            return new Watched(passage);
        }
        Throwable error = Failures.make(failure, passage);
        if (error == null) {
            return new Watched(passage);
        }
        if (error instanceof SSLException || error instanceof RuntimeException || error instanceof Error) {
            return new Failing(passage, error);
        }
        passage.notApplied("an SSLEngine throws SSLException and unchecked exceptions only, and no "
                + error.getClass().getName() + "; use Failure.network(NetworkError.HANDSHAKE_FAILED)");
        return new Watched(passage);
    }
}
