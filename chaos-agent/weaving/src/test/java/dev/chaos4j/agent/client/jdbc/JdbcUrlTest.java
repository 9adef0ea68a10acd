package dev.chaos4j.agent.client.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JdbcUrlTest {

    @ParameterizedTest
    @CsvSource({
        "jdbc:postgresql://db.example:5432/shop, postgresql, db.example, 5432, shop",
        "jdbc:postgresql://db.example/shop?user=a&password=b/c, postgresql, db.example, , shop",
        "'jdbc:postgresql://one:1,two:2/shop', postgresql, one, 1, shop",
        "jdbc:postgresql://[::1]:5432/shop, postgresql, ::1, 5432, shop",
        "jdbc:postgresql:shop, postgresql, , , ",
        "jdbc:mysql://me:secret@db.example:3306/shop?useSSL=true, mysql, db.example, 3306, shop",
        "jdbc:mariadb:loadbalance://db.example/shop, mariadb, db.example, , shop",
        "jdbc:sqlserver://db.example:1433;databaseName=shop;encrypt=true, sqlserver, db.example, 1433, shop",
        "jdbc:oracle:thin:@//db.example:1521/shop, oracle, db.example, 1521, shop",
        "jdbc:h2:mem:shop, h2, , , ",
        "jdbc:mysql://me:p@ss@db/shop, mysql, db, , shop",
        "jdbc:oracle:thin:scott/tiger@db:1521:orcl, oracle, , , ",
        "jdbc:oracle:thin:scott/tiger, oracle, , , ",
        "jdbc:oracle:thin:scott/tiger@//db:1521/shop, oracle, , , ",
        "jdbc:mysql://address=(host=db)(port=3306)(user=me)(password=secret)/shop, mysql, , , ",
        "jdbc:db2://db:50000/shop:password=secret;user=me;, db2, , , ",
        "jdbc:postgresql://me:a/b@db/shop, postgresql, , , ",
    })
    void isReadAsFarAsDriversAgree(
            String url, String driver, @Nullable String host, @Nullable String port, @Nullable String database) {
        JdbcUrl read = new JdbcUrl(url);

        assertThat(read.driver()).contains(driver);
        assertThat(read.host().orElse(null)).isEqualTo(host);
        assertThat(read.port().orElse(null)).isEqualTo(port);
        assertThat(read.database().orElse(null)).isEqualTo(database);
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:postgresql://db/shop?a=b, jdbc:postgresql://db/other?a=b",
        "jdbc:sqlserver://db;databaseName=shop;encrypt=true, jdbc:sqlserver://db;databaseName=other;encrypt=true",
        "jdbc:h2:mem:shop, ",
    })
    void getsAnotherDatabaseWhereItNamesOne(String url, @Nullable String changed) {
        JdbcUrl other = new JdbcUrl(url).withDatabase("other");

        assertThat(other == null ? null : other.text()).isEqualTo(changed);
    }

    @Test
    void showsNoPasswordInMessages() {
        assertThat(new JdbcUrl("jdbc:postgresql://me:secret@db/shop?password=secret").toString())
                .isEqualTo("jdbc:postgresql");
    }
}
