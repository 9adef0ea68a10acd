package dev.chaos4j.agent.client.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.contains;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.chaos4j.fault.Bandwidth;
import dev.chaos4j.fault.Decision;
import dev.chaos4j.spi.Passage;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.nio.channels.SocketChannel;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DetourTest {

    private final Passage passage = mock(Passage.class);
    private final InetSocketAddress origin = new InetSocketAddress(InetAddress.getLoopbackAddress(), 1);

    @BeforeEach
    void decide() {
        when(passage.decision())
                .thenReturn(new Decision.Builder().end(Bandwidth.of(1_000)).build());
    }

    @Test
    void aSocketThatIsBoundElsewhereCannotReachLoopback() throws Exception {
        SocketAddress elsewhere = new InetSocketAddress(InetAddress.getByAddress(new byte[] {(byte) 192, 0, 2, 1}), 1);
        try (Socket bound = new Socket() {
            @Override
            public SocketAddress getLocalSocketAddress() {
                return elsewhere;
            }
        }) {
            assertThat(Course.of(passage, bound, origin).join()).isEqualTo(new Course(origin, null, false));
        }

        verify(passage).notApplied(contains("bound to the local address 192.0.2.1"));
    }

    @Test
    void whatWeCannotDoForWantOfMemoryIsNotTheApplications() throws Exception {
        when(passage.released()).thenThrow(new OutOfMemoryError("unable to create native thread"));
        try (SocketChannel channel = SocketChannel.open()) {
            assertThat(Course.of(passage, channel, origin).join()).isEqualTo(new Course(origin, null, false));
        }

        verify(passage).notApplied(contains("unable to create native thread"));
    }
}
