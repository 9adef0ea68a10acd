package dev.chaos4j.agent.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chaos4j.Chaos;
import dev.chaos4j.fault.Failure;
import dev.chaos4j.fault.Fault;
import dev.chaos4j.fault.Misconfiguration;
import dev.chaos4j.fault.Reply;
import dev.chaos4j.session.ActiveFault;
import dev.chaos4j.target.Target;
import java.lang.reflect.InvocationTargetException;
import java.net.ConnectException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The same, where the library is in our own loader and where it is in a loader of the application's. */
class ClientInstrumentationTest {

    enum Where {
        WITH_US,
        APART;

        private Class<?> load(String name) throws ClassNotFoundException {
            ClassLoader ours = ClientInstrumentationTest.class.getClassLoader();
            return Class.forName(name, true, this == WITH_US ? ours : new ApartLoader("thing."));
        }

        /** Sends a request as the application does and gives the response as text. */
        private String send(String path) throws Exception {
            Class<?> client = load("thing.ThingClient");
            Class<?> request = Class.forName("thing.ThingRequest", true, client.getClassLoader());
            try {
                return client.getMethod("send", request)
                        .invoke(
                                client.getConstructor().newInstance(),
                                request.getConstructor(String.class).newInstance(path))
                        .toString();
            } catch (InvocationTargetException thrown) {
                throw thrown.getCause() instanceof Exception error ? error : thrown;
            }
        }
    }

    private static ActiveFault arm(Fault fault) {
        return Chaos.arm(fault, Target.http().path("/orders/**"));
    }

    @AfterEach
    void disarm() {
        Chaos.disarmAll();
    }

    @ParameterizedTest
    @EnumSource
    void anInterceptorAnswersInTheLibrarysOwnTypes(Where where) throws Exception {
        try (ActiveFault fault = arm(Reply.status(503))) {
            assertThat(where.send("/orders/1")).isEqualTo("ThingResponse[status=503, body=injected]");
            assertThat(where.send("/other")).isEqualTo("ThingResponse[status=200, body=real answer to /other]");
            assertThat(fault.fired()).isEqualTo(1);
            assertThat(fault.status().weave().methods()).contains("thing.ThingClient#send(thing.ThingRequest)");
        }
        assertThat(where.send("/orders/1")).isEqualTo("ThingResponse[status=200, body=real answer to /orders/1]");
    }

    @ParameterizedTest
    @EnumSource
    void anInterceptorReplacesArguments(Where where) throws Exception {
        arm(Misconfiguration.wrongHost("elsewhere.invalid"));

        assertThat(where.send("/orders/1")).isEqualTo("ThingResponse[status=200, body=real answer to /elsewhere]");
    }

    @ParameterizedTest
    @EnumSource
    void anInterceptorFailsTheCall(Where where) {
        arm(Failure.of(ConnectException.class));

        assertThatThrownBy(() -> where.send("/orders/1")).isInstanceOf(ConnectException.class);
    }

    @ParameterizedTest
    @EnumSource
    void anErrorOfAnInterceptorNeverReachesTheApplication(Where where) throws Exception {
        arm(Reply.status(503));

        assertThat(where.send("/broken")).isEqualTo("ThingResponse[status=200, body=real answer to /broken]");
    }

    @Test
    void aLibraryThatIsNotLoadedIsOneNearMissWhateverItsPoints() {
        assertThat(arm(Reply.status(503)).status().weave().nearMisses())
                .filteredOn(miss -> miss.where().startsWith("absent"))
                .singleElement()
                .satisfies(miss -> assertThat(miss.where() + ": " + miss.text())
                        .isEqualTo("absent library: none of its classes is loaded yet; they are woven when they are"));
    }
}
