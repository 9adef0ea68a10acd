package dev.chaos4j.woven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.chaos4j.Chaos;
import dev.chaos4j.fault.Failure;
import dev.chaos4j.fault.Latency;
import dev.chaos4j.journal.Entry;
import dev.chaos4j.junit.ChaosTest;
import dev.chaos4j.session.ActiveFault;
import dev.chaos4j.target.Target;
import dev.chaos4j.trigger.Trigger;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A wrapped object whose own methods are woven, too: one call is one operation. */
@ChaosTest
@Timeout(60)
class WovenProxyTest {

    interface Stock {

        int of(String product);

        default int twice(String product) {
            return 2 * of(product);
        }
    }

    static final class Shelf implements Stock {

        @Override
        public int of(String product) {
            return product.length();
        }
    }

    private final Shelf shelf = new Shelf();
    private final Stock wrapped = Chaos.wrap(shelf, Stock.class);

    private static ActiveFault arm(String pattern) {
        return Chaos.arm(Latency.of(Duration.ofNanos(1)), Target.method(pattern));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+dev.chaos4j.woven.WovenProxyTest$Stock#of",
                "dev.chaos4j.woven.WovenProxyTest$S*#of",
            })
    void meetsTheFaultOnce(String pattern) {
        ActiveFault fault = arm(pattern);

        assertThat(wrapped.of("tea")).isEqualTo(3);

        assertThat(fault.status().weave().types()).contains("dev.chaos4j.woven.WovenProxyTest$Shelf");
        assertThat(fault.status().eligible()).isEqualTo(1);
        assertThat(fault.fired()).isEqualTo(1);
        assertThat(shelf.of("")).isZero();
        assertThat(fault.fired()).isEqualTo(2);
    }

    @Test
    void meetsTheFaultOfADefaultMethodOnce() {
        ActiveFault fault = arm("dev.chaos4j.woven.WovenProxyTest$Stock#twice");

        assertThat(wrapped.twice("tea")).isEqualTo(6);

        assertThat(fault.status().weave().types()).containsExactly("dev.chaos4j.woven.WovenProxyTest$Stock");
        assertThat(fault.fired()).isEqualTo(1);
    }

    @Test
    void meetsTheFaultOnceThroughTwoProxies() {
        ActiveFault fault = arm("+dev.chaos4j.woven.WovenProxyTest$Stock#twice");

        assertThat(Chaos.wrap(wrapped, Stock.class).twice("tea")).isEqualTo(6);

        assertThat(fault.fired()).isEqualTo(1);
    }

    @Test
    void isReachedBehindTheProxyByItsOwnName() {
        ActiveFault fault = Chaos.arm(
                Failure.of(IllegalStateException.class),
                Target.method("dev.chaos4j.woven.WovenProxyTest$Shelf#of"),
                Trigger.first(1));

        assertThatIllegalStateException().isThrownBy(() -> wrapped.of("tea"));
        assertThat(wrapped.of("t")).isEqualTo(1);
        assertThat(fault.fired()).isEqualTo(1);
    }

    @Test
    void isOneAttemptOfItsLogicalCall() throws Exception {
        arm("+dev.chaos4j.woven.WovenProxyTest$Stock#of");

        Chaos.current().call("look up", () -> wrapped.of("tea"));

        assertThat(Chaos.current().journal().entries())
                .filteredOn(Entry.AttemptStarted.class::isInstance)
                .hasSize(1);
        assertThat(Chaos.current().journal().entries())
                .filteredOn(Entry.Injected.class::isInstance)
                .hasSize(1);
    }

    @Test
    void isOneAttemptForWhoObservesIt() {
        Chaos.current().observe(Target.method("+dev.chaos4j.woven.WovenProxyTest$Stock#of"));

        assertThat(wrapped.of("tea")).isEqualTo(3);

        assertThat(Chaos.current().journal().entries())
                .filteredOn(Entry.AttemptStarted.class::isInstance)
                .hasSize(1);
    }
}
