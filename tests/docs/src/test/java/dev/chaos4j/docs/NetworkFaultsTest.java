package dev.chaos4j.docs;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chaos4j.Chaos;
import dev.chaos4j.fault.BrokenStream;
import dev.chaos4j.fault.Failure;
import dev.chaos4j.fault.Fault;
import dev.chaos4j.fault.NetworkError;
import dev.chaos4j.session.ActiveFault;
import dev.chaos4j.target.Target;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The examples of docs/faults.md that are about the network. */
@Timeout(30)
@Execution(ExecutionMode.SAME_THREAD)
@SuppressWarnings("AddressSelection") // the only address there is
class NetworkFaultsTest {

    @Test
    void brokenOff() throws IOException {
        Fault cut = BrokenStream.endAfter(2);
        try (ServerSocket database = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
                ActiveFault early = Chaos.arm(cut, Target.network().port(database.getLocalPort()));
                Socket client = new Socket(database.getInetAddress(), database.getLocalPort());
                Socket accepted = database.accept()) {
            accepted.getOutputStream().write("rows".getBytes(US_ASCII));

            assertThat(client.getInputStream().readAllBytes())
                    .asString(US_ASCII)
                    .isEqualTo("ro");
            assertThat(early.fired()).isEqualTo(1);
        }
    }

    @Test
    void refused() throws IOException {
        Fault refused = Failure.network(NetworkError.CONNECTION_REFUSED);
        try (ServerSocket database = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
                ActiveFault down = Chaos.arm(refused, Target.network().port(database.getLocalPort()))) {
            assertThatThrownBy(() -> new Socket(database.getInetAddress(), database.getLocalPort()))
                    .isInstanceOf(ConnectException.class)
                    .hasMessage("Connection refused");
            assertThat(down.fired()).isEqualTo(1);
        }
    }
}
