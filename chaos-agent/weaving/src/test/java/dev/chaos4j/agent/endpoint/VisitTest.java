package dev.chaos4j.agent.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.contains;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.timeout;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.chaos4j.spi.Passage;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class VisitTest {

    private static final int MANY_MILLIS = 20_000;

    private final CompletableFuture<@Nullable Void> endOfFault = new CompletableFuture<>();
    private final Passage passage = mock(Passage.class);
    private final InetSocketAddress origin = new InetSocketAddress(InetAddress.getLoopbackAddress(), 1);

    @BeforeEach
    void arm() {
        when(passage.released()).thenReturn(endOfFault);
    }

    private Visit visit() {
        return new Visit(passage, origin, InetAddress.getLoopbackAddress());
    }

    private static Socket connect(InetSocketAddress to) throws IOException {
        Socket socket = new Socket();
        socket.connect(to, MANY_MILLIS);
        return socket;
    }

    @Test
    void aFaultThatHasEndedLeavesTheClientItsOrigin() throws Exception {
        endOfFault.complete(null);

        assertThat(visit().open(visit -> client -> {})).isEqualTo(origin);

        verify(passage).notApplied(Visit.ENDED_FIRST);
    }

    @Test
    void aFaultThatEndsWhileTheOriginIsDialledLeavesTheClientItsOrigin() throws Exception {
        assertThat(visit().open(visit -> {
                    endOfFault.complete(null);
                    visit.keep(new Socket());
                    return client -> {};
                }))
                .isEqualTo(origin);

        verify(passage).notApplied(Visit.ENDED_FIRST);
    }

    @Test
    void whatGoesWrongWithUsLeavesTheClientItsOrigin() throws Exception {
        assertThat(visit().open(visit -> {
                    throw new IOException("Too many open files");
                }))
                .isEqualTo(origin);
        assertThat(visit().open(visit -> {
                    throw new OutOfMemoryError("unable to create native thread");
                }))
                .isEqualTo(origin);

        verify(passage).notApplied(contains("Too many open files"));
        verify(passage).notApplied(contains("unable to create native thread"));
    }

    @Test
    void anOriginThatRefusesIsTheClientsOwnFailure() {
        ConnectException refused = new ConnectException("Connection refused");

        assertThatThrownBy(() -> visit().open(visit -> {
                    throw new Unreachable(refused);
                }))
                .isInstanceOfSatisfying(Unreachable.class, unreachable -> assertThat(unreachable.failure())
                        .isSameAs(refused));
    }

    @Test
    void aClientOnItsWayWhenTheFaultEndsIsLetInAndFindsTheEnd() throws Exception {
        InetSocketAddress door = visit().open(visit -> client -> {});

        endOfFault.complete(null);

        try (Socket client = connect(door)) {
            assertThat(client.getInputStream().read()).isEqualTo(-1);
        }
        verify(passage, never()).notApplied(anyString());
    }

    @Test
    void nobodyIsLetInOnceItIsAbandoned() throws Exception {
        Visit visit = visit();
        InetSocketAddress door = visit.open(opening -> client -> {});

        visit.abandon();

        assertThatThrownBy(() -> connect(door)).isInstanceOf(ConnectException.class);
    }

    @Test
    void anErrorOfTheServiceEndsTheConnectionAndIsTold() throws Exception {
        InetSocketAddress door = visit().open(visit -> client -> {
            throw new OutOfMemoryError("unable to create native thread");
        });

        try (Socket client = connect(door)) {
            assertThat(client.getInputStream().read()).isEqualTo(-1);
        }
        verify(passage, timeout(MANY_MILLIS)).notApplied(contains("unable to create native thread"));
    }
}
