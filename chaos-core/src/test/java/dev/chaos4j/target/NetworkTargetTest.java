package dev.chaos4j.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NetworkTargetTest {

    private static final Operation CONNECT = operation(
            "Socket#connect",
            Map.of("operation", "connect", "host", "db.shop.example", "port", "5432", "address", "10.1.2.3"));
    private static final Operation RESOLVE =
            operation("InetAddress#resolve", Map.of("operation", "resolve", "host", "db.shop.example"));

    private static Operation operation(String key, Map<String, String> attributes) {
        InjectionPoint point = InjectionPoint.ofClient(OperationKind.NETWORK, key);
        return new Operation() {
            @Override
            public InjectionPoint point() {
                return point;
            }

            @Override
            public @Nullable String attribute(String name) {
                return attributes.get(name);
            }
        };
    }

    @Test
    void matchesWhenAllThatIsGivenMatches() {
        assertThat(Target.network().matches(CONNECT)).isTrue();
        assertThat(Target.network().matches(RESOLVE)).isTrue();
        assertThat(Target.network().host("DB.*").port(5432).address("10.1.*").matches(CONNECT))
                .isTrue();
        assertThat(Target.network().operation(NetworkOperation.RESOLVE).matches(RESOLVE))
                .isTrue();
    }

    @Test
    void matchesNothingElse() {
        assertThat(Target.network().port(5433).matches(CONNECT)).isFalse();
        assertThat(Target.network().port(5432).matches(RESOLVE)).isFalse();
        assertThat(Target.network().operation(NetworkOperation.RESOLVE).matches(CONNECT))
                .isFalse();
        assertThat(Target.http().matches(CONNECT)).isFalse();
    }

    @Test
    void concernsThePointsOfItsOperationOnly() {
        NetworkTarget connecting = Target.network().operation(NetworkOperation.CONNECT);

        assertThat(connecting.passes(CONNECT.point())).isTrue();
        assertThat(connecting.passes(RESOLVE.point())).isFalse();
        assertThat(Target.network().passes(RESOLVE.point())).isTrue();
        assertThat(Target.network().passes(InjectionPoint.ofClient(OperationKind.HTTP, "x#connect")))
                .isFalse();
    }

    @Test
    void takesAddressesInBracketsAsHosts() {
        Operation loopback = operation("Socket#connect", Map.of("host", "0:0:0:0:0:0:0:1"));

        assertThat(Target.network().host("[0:0:0:0:0:0:0:1]").matches(loopback)).isTrue();
        assertThat(Target.network().host("0:0:0:0:0:0:0:1").matches(loopback)).isTrue();
    }

    @Test
    void refusesWhatCanNeverMatch() {
        NetworkTarget resolving = Target.network().operation(NetworkOperation.RESOLVE);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> resolving.port(80))
                .withMessage(
                        "A name is resolved before there is any port, so this target can never match; leave out the"
                                + " port, or use operation connect");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Target.network().address("10.*").operation(NetworkOperation.RESOLVE))
                .withMessageContaining("before there is any address");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Target.network().host("db:5432"))
                .withMessage("'db:5432' is no host pattern: give the host alone, and use port for the rest");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Target.network().port(0))
                .withMessage("A port must be from 1 to 65535, but was 0");
    }

    @Test
    void namesTheNearestOperation() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NetworkOperation.of("conect"))
                .withMessageContaining("did you mean connect?");
    }
}
