package dev.chaos4j.scenario;

import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.chaos4j.fault.Corruption;
import dev.chaos4j.fault.Failure;
import dev.chaos4j.fault.Fault;
import dev.chaos4j.fault.Latency;
import dev.chaos4j.fault.LostReply;
import dev.chaos4j.fault.Misconfiguration;
import dev.chaos4j.fault.Mistake;
import dev.chaos4j.fault.NetworkError;
import dev.chaos4j.fault.Reply;
import dev.chaos4j.target.Target;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JdbcFaultsTest {

    static List<Fault> met() {
        return List.of(
                Latency.of(ofMillis(1)),
                Failure.of(SQLException.class),
                Misconfiguration.of(Mistake.WRONG_CREDENTIALS),
                Misconfiguration.of(Mistake.WRONG_NAME),
                Misconfiguration.of(Mistake.WRONG_SCHEMA));
    }

    static List<Fault> notMet() {
        return List.of(
                Failure.network(NetworkError.CONNECTION_REFUSED),
                Latency.of(ofMillis(1)).then(Failure.network(NetworkError.CONNECTION_RESET)),
                Misconfiguration.of(Mistake.WRONG_REGION),
                Misconfiguration.of(Mistake.WRONG_PORT),
                Reply.value(1),
                LostReply.readTimeout(),
                Corruption.toNull());
    }

    @ParameterizedTest
    @MethodSource("met")
    void whatADriverCanMeetIsTaken(Fault fault) {
        assertThat(PlannedFault.of(fault, Target.jdbc()).fault()).isSameAs(fault);
    }

    @ParameterizedTest
    @MethodSource("notMet")
    void whatItCannotMeetIsRefusedWithTheWayOut(Fault fault) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PlannedFault.of(fault, Target.jdbc().host("db.example")))
                .withMessageContaining("'jdbc host=db.example'")
                .withMessageContaining("use a network target");
    }

    @Test
    void onlyDatabasesHaveSchemas() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PlannedFault.of(Misconfiguration.of(Mistake.WRONG_SCHEMA), Target.aws("s3")))
                .withMessageContaining("use a target of kind jdbc");
    }
}
