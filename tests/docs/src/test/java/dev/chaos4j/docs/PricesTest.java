package dev.chaos4j.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chaos4j.check.Resilience;
import dev.chaos4j.fault.NetworkError;
import dev.chaos4j.junit.ChaosTest;
import dev.chaos4j.junit.InjectFailure;
import dev.chaos4j.session.ChaosSession;
import org.junit.jupiter.api.Test;

/** The test in README.md. It fails on purpose, so only {@link ReadmeTest} runs it. */
@ChaosTest
class PricesTest {

    private final Prices prices = new Prices("http://prices.example");

    @Test
    @InjectFailure(http = "prices.example", network = NetworkError.CONNECTION_REFUSED)
    void givesUpSoon(ChaosSession chaos) throws Exception {
        String shown = chaos.call("price of tea", () -> prices.priceOr("tea", "soon"));

        assertThat(shown).isEqualTo("soon");
        Resilience.in(chaos).attemptsAtMost(3);
    }
}
