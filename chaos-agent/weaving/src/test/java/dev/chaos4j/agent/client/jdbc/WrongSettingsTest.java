package dev.chaos4j.agent.client.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.chaos4j.fault.Misconfiguration;
import dev.chaos4j.fault.Mistake;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class WrongSettingsTest {

    private static final Misconfiguration WRONG_SCHEMA = Misconfiguration.of(Mistake.WRONG_SCHEMA);

    @Test
    void everySchemaOfAListIsWrong() {
        Properties properties = new Properties();
        properties.setProperty("currentSchema", "shop,\"Public\"");
        JdbcUrl url = new JdbcUrl("jdbc:postgresql://db/shop?currentSchema=shop,public");

        WrongSettings wrong = Objects.requireNonNull(new WrongSettings(url, properties).with(WRONG_SCHEMA));

        assertThat(wrong.url().text()).isEqualTo("jdbc:postgresql://db/shop?currentSchema=shop_wrong,public_wrong");
        assertThat(wrong.properties()).containsOnly(entry("currentSchema", "shop_wrong,\"Public_wrong\""));
    }
}
