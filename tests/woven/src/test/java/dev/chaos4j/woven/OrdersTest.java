package dev.chaos4j.woven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A client that retries without measure is caught, in the words of docs/junit.md; its hardened twin holds by itself. */
@Timeout(60)
class OrdersTest {

    @Test
    void theNaiveClientIsCaughtAsTheDocsSay() throws Exception {
        Throwable failure =
                Kit.failure(Class.forName("dev.chaos4j.woven.orders.NaiveOrdersTest"), "doesNotHammerTheWarehouse");

        assertThat(docs()).contains("\n" + steady(failure.toString()) + "\n");
        assertThat(failure.getSuppressed()[0]).hasMessage("""
                        This test ran with faults.
                          failure at dev.chaos4j.woven.orders.Warehouse#reserve: fired 10 times
                        Seed 42; to repeat: mvn test -Dtest=NaiveOrdersTest#doesNotHammerTheWarehouse -Dchaos4j.seed=42""");
    }

    private static String docs() throws IOException {
        return steady(Files.readString(Path.of("../../docs/junit.md"), StandardCharsets.UTF_8));
    }

    /** Without what is different in each run: the number of the call, and the time. */
    private static String steady(String text) {
        return text.replaceAll("call \\d+ '", "call N '")
                .replaceAll("\\+[0-9.]+ ms", "+T ms")
                .replace("\r", "");
    }
}
