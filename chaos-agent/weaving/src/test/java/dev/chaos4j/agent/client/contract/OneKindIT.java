package dev.chaos4j.agent.client.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chaos4j.Chaos;
import dev.chaos4j.fault.Reply;
import dev.chaos4j.journal.Entry.AttemptStarted;
import dev.chaos4j.journal.Entry.CallStarted;
import dev.chaos4j.session.ActiveFault;
import dev.chaos4j.session.ChaosSession;
import dev.chaos4j.session.SessionOptions;
import dev.chaos4j.target.Target;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import shop.OverJavaHttp;

/** An AWS request is an AWS operation, and no HTTP operation too, whatever HTTP client carries it. */
@Timeout(60)
class OneKindIT {

    private final Server server =
            Server.that((request, connection) -> connection.send("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"));
    private final ChaosSession session = Chaos.session(SessionOptions.jvm());

    @AfterEach
    void close() {
        session.close();
        server.close();
    }

    @Test
    void isCountedOnceAndMetByOneFault() {
        session.observe(Target.aws("s3"));
        ActiveFault http = session.arm(Reply.status(503), Target.http());

        try (S3Subject s3 = new S3Subject(server.uri(), new OverJavaHttp.Builder())) {
            assertThat(s3.read()).isEqualTo("ok");
        }

        assertThat(http.fired()).isZero();
        assertThat(entries(AttemptStarted.class)).singleElement().satisfies(attempt -> assertThat(attempt.kind())
                .isEqualTo("aws"));
        assertThat(entries(CallStarted.class)).hasSize(1);
    }

    private <E> List<E> entries(Class<E> type) {
        return session.journal().entries().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }
}
