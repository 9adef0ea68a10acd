package dev.chaos4j.woven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.chaos4j.fault.Mistake;
import dev.chaos4j.fault.NetworkError;
import dev.chaos4j.junit.InjectFailure;
import dev.chaos4j.junit.Misconfigure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Annotations that reach connections of whatever client, in the test that bears them. */
@Timeout(60)
@SuppressWarnings("AddressSelection") // the only address there is
class ConnectionsTest {

    @Test
    @InjectFailure(connection = "localhost", network = NetworkError.UNKNOWN_HOST)
    void theNameIsGone() {
        assertThatExceptionOfType(UnknownHostException.class).isThrownBy(() -> InetAddress.getByName("localhost"));
    }

    @Test
    @Misconfigure(connection = "shop.invalid", as = Mistake.WRONG_HOST, value = "127.0.0.1")
    void theNameLeadsElsewhere() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
                Socket socket = new Socket("shop.invalid", server.getLocalPort())) {
            assertThat(socket.isConnected()).isTrue();
        }
    }

    @Test
    @InjectFailure(connection = "127.0.0.1 operation=write", network = NetworkError.CONNECTION_RESET)
    void theConnectionBreaks() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 10, InetAddress.getByName("127.0.0.1"));
                Socket socket = new Socket("127.0.0.1", server.getLocalPort())) {
            assertThatExceptionOfType(SocketException.class)
                    .isThrownBy(() -> socket.getOutputStream().write(1))
                    .withMessage("Connection reset");
        }
    }
}
