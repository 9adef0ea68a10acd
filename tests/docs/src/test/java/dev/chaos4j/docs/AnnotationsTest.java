package dev.chaos4j.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.chaos4j.Chaos;
import dev.chaos4j.check.Resilience;
import dev.chaos4j.fault.Direction;
import dev.chaos4j.fault.Failure;
import dev.chaos4j.fault.Mistake;
import dev.chaos4j.fault.NetworkError;
import dev.chaos4j.journal.Journal;
import dev.chaos4j.junit.AllowUnfired;
import dev.chaos4j.junit.ChaosTest;
import dev.chaos4j.junit.FaultName;
import dev.chaos4j.junit.InjectBandwidth;
import dev.chaos4j.junit.InjectBrokenStream;
import dev.chaos4j.junit.InjectFailure;
import dev.chaos4j.junit.InjectHang;
import dev.chaos4j.junit.InjectLatency;
import dev.chaos4j.junit.JvmWide;
import dev.chaos4j.junit.Misconfigure;
import dev.chaos4j.junit.OutageTest;
import dev.chaos4j.scope.Contextual;
import dev.chaos4j.session.ActiveFault;
import dev.chaos4j.session.ChaosSession;
import dev.chaos4j.session.ScenarioRun;
import dev.chaos4j.target.Target;
import java.io.IOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The examples of docs/junit.md. */
@ChaosTest
@Timeout(60)
class AnnotationsTest {

    private final Inventory inventory = Chaos.wrap(new Shelves(), Inventory.class);

    @Test
    @AllowUnfired
    @InjectLatency(http = "GET inventory.*:8080/stock/**", delay = "2s", jitter = "500ms")
    @InjectLatency(aws = "s3:GetObject bucket=photos", delay = "80ms", p99 = "3s", rate = 0.2)
    @InjectFailure(http = "prices.*", network = NetworkError.CONNECTION_REFUSED, first = 2)
    @InjectFailure(aws = "s3", status = 503, code = "SlowDown", after = 10)
    @InjectHang(target = Inventory.class, methodName = "reserve", atMost = "30s")
    @InjectBandwidth(connection = "db.*:5432", bytesPerSecond = 10_000, direction = Direction.BOTH)
    @InjectBrokenStream(connection = ":6379", resetAfter = 1_000, rate = 0.1)
    @Misconfigure(endpoint = "s3.us-east-1.amazonaws.com", as = Mistake.WRONG_REGION, value = "eu-west-1")
    void armsThemAll(ChaosSession chaos) {
        assertThat(chaos.active()).hasSize(8);
    }

    @Test
    @InjectFailure(name = "broken", target = Inventory.class, methodName = "stock", exception = IOException.class)
    void takesParameters(
            ChaosSession chaos, Resilience resilience, Journal journal, @FaultName("broken") ActiveFault fault) {
        assertThatIOException().isThrownBy(() -> chaos.call("stock of tea", () -> inventory.stock("tea")));

        resilience.attemptsAtMost(1);
        assertThat(fault.fired()).isEqualTo(1);
        assertThat(journal.entries()).isNotEmpty();
    }

    @Test
    void armsInCode() {
        try (ActiveFault broken = Chaos.arm(Failure.of(IOException.class), Target.method(Inventory.class, "stock"))) {
            assertThatIOException().isThrownBy(() -> inventory.stock("tea"));
            assertThat(broken.fired()).isEqualTo(1);
        }
    }

    /** An annotation of one's own. */
    @Retention(RetentionPolicy.RUNTIME)
    @java.lang.annotation.Target({ElementType.METHOD, ElementType.TYPE})
    @InjectFailure(target = Inventory.class, methodName = "stock", exception = IOException.class, first = 1)
    @InjectLatency(target = Inventory.class, methodName = "stock", delay = "10ms", after = 1)
    @interface FlakyInventory {}

    @Test
    @FlakyInventory
    void recoversAtTheSecondTry() throws IOException {
        assertThatIOException().isThrownBy(() -> inventory.stock("tea"));
        assertThat(inventory.stock("tea")).isEqualTo(7);
    }

    @Test
    @InjectFailure(target = Inventory.class, methodName = "stock", exception = IOException.class)
    void handsWorkOver() {
        CompletableFuture<Integer> stock = CompletableFuture.supplyAsync(Contextual.supplier(() -> ask("tea")));
        assertThat(stock).succeedsWithin(Duration.ofSeconds(10)).isEqualTo(-1);
    }

    private int ask(String product) {
        try {
            return inventory.stock(product);
        } catch (IOException e) {
            return -1;
        }
    }

    @OutageTest(value = "s3-2017-wrong-input", timeScale = 0.00001, allowUnfired = true)
    void endsSomeTime(ScenarioRun outage) throws InterruptedException {
        assertThat(outage.await(Duration.ofSeconds(30))).isTrue();
    }

    @Test
    @JvmWide
    @InjectFailure(target = Inventory.class, methodName = "stock", exception = IOException.class)
    void reachesThreadsThatAreNotOurs() throws InterruptedException {
        Thread server = new Thread(() -> ask("tea"));
        server.start();
        server.join();
    }
}
