package dev.chaos4j.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JdbcTargetTest {

    private record Opening(Map<String, String> attributes) implements Operation {

        @Override
        public InjectionPoint point() {
            return InjectionPoint.ofClient(OperationKind.JDBC, "java.sql.Driver#connect");
        }

        @Override
        public @Nullable String attribute(String name) {
            return attributes.get(name);
        }
    }

    private static final Opening SHOP =
            new Opening(Map.of("driver", "postgresql", "host", "db.example", "port", "5432", "database", "shop"));

    @Test
    void allThatIsGivenMustMatch() {
        JdbcTarget target =
                Target.jdbc().driver("PostgreSQL").host("DB.*").port(5432).database("shop");

        assertThat(target.matches(SHOP)).isTrue();
        assertThat(target.describe()).isEqualTo("jdbc driver=PostgreSQL host=DB.* port=5432 database=shop");
        assertThat(Target.jdbc().database("stock").matches(SHOP)).isFalse();
        assertThat(Target.jdbc().port(5433).matches(SHOP)).isFalse();
    }

    @Test
    void whatAUrlDoesNotNameMatchesNoPattern() {
        assertThat(Target.jdbc().matches(new Opening(Map.of()))).isTrue();
        assertThat(Target.jdbc().host("*").matches(new Opening(Map.of()))).isFalse();
    }

    @Test
    void patternsThatCanNeverMatchAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Target.jdbc().driver("jdbc:postgresql"))
                .withMessageContaining("the word after jdbc:");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Target.jdbc().host("db.example/shop"))
                .withMessageContaining("give the host alone");
        assertThatIllegalArgumentException().isThrownBy(() -> Target.jdbc().port(0));
    }
}
