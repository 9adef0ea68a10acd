package dev.chaos4j.docs;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chaos4j.Chaos;
import dev.chaos4j.fault.Corruption;
import dev.chaos4j.fault.Failure;
import dev.chaos4j.fault.Fault;
import dev.chaos4j.fault.Hang;
import dev.chaos4j.fault.Issuer;
import dev.chaos4j.fault.Latency;
import dev.chaos4j.fault.LostReply;
import dev.chaos4j.fault.Misconfiguration;
import dev.chaos4j.fault.Mistake;
import dev.chaos4j.fault.NetworkError;
import dev.chaos4j.fault.Reply;
import dev.chaos4j.fault.Throttling;
import dev.chaos4j.session.ActiveFault;
import dev.chaos4j.target.Target;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The examples of docs/faults.md. */
@Timeout(30)
@Execution(ExecutionMode.SAME_THREAD)
class FaultsTest {

    private final Inventory inventory = new Shelves();
    private final Target stock = Target.method(Inventory.class, "stock");
    private final Target reserve = Target.method(Inventory.class, "reserve");
    private final Target products = Target.method(Inventory.class, "products");

    @Test
    void latency() throws IOException {
        try (ActiveFault slow = Chaos.arm(Latency.of(ofMillis(300)), stock)) {
            long before = System.nanoTime();

            assertThat(inventory.stock("tea")).isEqualTo(7);

            assertThat(System.nanoTime() - before)
                    .isGreaterThanOrEqualTo(ofMillis(300).toNanos());
            assertThat(slow.fired()).isEqualTo(1);
        }
    }

    @Test
    void distributions() {
        List<Latency> shapes = List.of(
                Latency.of(ofMillis(300)).jitter(ofMillis(50)),
                Latency.uniform(ofMillis(100), ofSeconds(1)),
                Latency.normal(ofMillis(300), ofMillis(40)),
                Latency.logNormal(ofMillis(200), ofSeconds(3)).atMost(ofSeconds(10)),
                Latency.pareto(ofMillis(50), 1.5));
        assertThat(shapes)
                .extracting(Latency::describe)
                .containsExactly(
                        "latency 250ms to 350ms",
                        "latency 100ms to 1s",
                        "latency normal, mean 300ms, deviation 40ms",
                        "latency log-normal, median 200ms, p99 3s",
                        "latency pareto from 50ms, shape 1.5");
        assertThat(shapes.get(4).bound()).isEqualTo(ofMinutes(1));
    }

    @Test
    void failure() {
        try (ActiveFault broken = Chaos.arm(Failure.of(IOException.class).message("disk full"), stock)) {
            assertThatThrownBy(() -> inventory.stock("tea"))
                    .isInstanceOf(IOException.class)
                    .hasMessage("disk full");
            assertThat(broken.fired()).isEqualTo(1);
        }
    }

    @Test
    void networkError() {
        try (ActiveFault closed = Chaos.arm(Failure.network(NetworkError.CONNECTION_REFUSED), stock)) {
            assertThatThrownBy(() -> inventory.stock("tea")).hasMessage("Connection refused");
            assertThat(closed.fired()).isEqualTo(1);
        }
    }

    @Test
    void hang() {
        try (ActiveFault stuck = Chaos.arm(Hang.untilReleased(), stock)) {
            CompletableFuture<Integer> answer = CompletableFuture.supplyAsync(() -> ask("tea"));
            assertThat(answer).isNotCompleted();

            stuck.close();
            assertThat(answer).succeedsWithin(ofSeconds(5)).isEqualTo(7);
        }
    }

    private int ask(String product) {
        try {
            return inventory.stock(product);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void reply() throws IOException {
        try (ActiveFault lies = Chaos.arm(Reply.value(0), stock)) {
            assertThat(inventory.stock("tea")).isZero();
            assertThat(lies.fired()).isEqualTo(1);
        }
    }

    @Test
    void protocolReply() {
        Fault slowDown = Reply.status(503).code("SlowDown");
        Fault busy = Reply.status(429).header("Retry-After", "2").body("come back later");
        assertThat(slowDown.describe()).isEqualTo("reply 503 SlowDown");
        assertThat(busy.describe()).isEqualTo("reply 429");
    }

    @Test
    void lostReply() throws IOException {
        try (ActiveFault lost = Chaos.arm(LostReply.readTimeout(), reserve)) {
            assertThatExceptionOfType(SocketTimeoutException.class)
                    .isThrownBy(() -> inventory.reserve("tea", 2))
                    .withMessage("Read timed out");
            assertThat(lost.fired()).isEqualTo(1);
        }
        assertThat(inventory.stock("tea")).isEqualTo(5); // it was done all the same
    }

    @Test
    void corruption() {
        try (ActiveFault cut = Chaos.arm(Corruption.truncated(0.5), products)) {
            assertThat(inventory.products()).containsExactly("coffee", "milk");
            assertThat(cut.fired()).isEqualTo(1);
        }
    }

    @Test
    void misconfiguration() {
        Fault wrongRegion = Misconfiguration.wrongRegion("eu-west-1");
        Fault expired = Misconfiguration.of(Mistake.EXPIRED_CREDENTIALS);
        Fault noSuchHost = Misconfiguration.wrongHost("s3.example.invalid");
        assertThat(List.of(wrongRegion, expired, noSuchHost))
                .extracting(Fault::describe)
                .containsExactly(
                        "misconfiguration wrong-region eu-west-1",
                        "misconfiguration expired-credentials",
                        "misconfiguration wrong-host s3.example.invalid");
    }

    @Test
    void whatIsAtTheOtherEnd() {
        Fault unknownIssuer = Misconfiguration.of(Mistake.UNTRUSTED_CERTIFICATE);
        Issuer testAuthority = Issuer.keyStore("test-ca.p12", "TEST_CA_PASSWORD");
        Fault expired = Misconfiguration.of(Mistake.EXPIRED_CERTIFICATE, testAuthority);
        Fault swapped = Misconfiguration.swappedWith("replica.db.example:5433");
        assertThat(List.of(unknownIssuer, expired, swapped))
                .extracting(Fault::describe)
                .containsExactly(
                        "misconfiguration untrusted-certificate",
                        "misconfiguration expired-certificate issued by test-ca.p12",
                        "misconfiguration swapped-endpoints replica.db.example:5433");
    }

    @Test
    void throttling() throws IOException {
        try (ActiveFault limit = Chaos.arm(Throttling.permits(1, ofMinutes(1)), stock)) {
            inventory.stock("tea");

            assertThatExceptionOfType(RejectedExecutionException.class)
                    .isThrownBy(() -> inventory.stock("tea"))
                    .withMessage("throttled by Chaos4j");
            assertThat(limit.fired()).isEqualTo(1); // what was let through does not count
        }
    }

    @Test
    void sequence() {
        Fault slowThenDown = Latency.of(ofMillis(50)).then(Failure.network(NetworkError.CONNECTION_RESET));
        try (ActiveFault armed = Chaos.arm(slowThenDown, stock)) {
            assertThatThrownBy(() -> inventory.stock("tea")).hasMessage("Connection reset");
            assertThat(armed.status().what()).startsWith("latency 50ms, then failure connection-reset at ");
        }
    }

    @Test
    void asynchronousCallsAreNeverBlocked() {
        try (ActiveFault stuck = Chaos.arm(Hang.untilReleased(), Target.method(Inventory.class, "stockLater"))) {
            CompletableFuture<Integer> answer = inventory.stockLater("tea");
            assertThat(answer).isNotCompleted();

            stuck.release();
            assertThat(answer).succeedsWithin(ofSeconds(5)).isEqualTo(7);
        }
    }

    @Test
    void wrappedObjects() {
        Inventory wrapped = Chaos.wrap(inventory, Inventory.class);

        assertThat(wrapped.products()).isEqualTo(inventory.products());
    }

    @Test
    void whatCannotBeAppliedIsSaid() throws IOException {
        try (ActiveFault wrongType = Chaos.arm(Reply.value("seven"), stock)) {
            assertThat(inventory.stock("tea")).isEqualTo(7);
            assertThat(wrongType.status().notApplied())
                    .containsExactly("the method returns int, but the value given is a java.lang.String");
        }
    }
}
