package dev.chaos4j.agent.backend;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.chaos4j.Chaos;
import dev.chaos4j.fault.Corruption;
import dev.chaos4j.fault.Failure;
import dev.chaos4j.fault.Hang;
import dev.chaos4j.fault.Latency;
import dev.chaos4j.fault.LostReply;
import dev.chaos4j.fault.Reply;
import dev.chaos4j.session.ActiveFault;
import dev.chaos4j.target.Target;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.BitSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import shop.Inventory;
import shop.RemoteClient;

class SafetyTest {

    @AfterEach
    void disarm() {
        Chaos.disarmAll();
    }

    @Test
    void anExceptionSupplierThatThrowsLeavesTheCallAlone() {
        ActiveFault fault = Chaos.arm(
                Failure.of(() -> {
                    throw new IllegalStateException("a bug of the user's");
                }),
                Target.method("shop.Inventory#stock"));

        assertThat(new Inventory().stock("abc")).isEqualTo(3);
        assertThat(fault.status().notApplied())
                .anySatisfy(why -> assertThat(why).contains("a bug of the user's"));
    }

    @Test
    void anExceptionSupplierThatThrowsAnErrorLeavesTheCallAlone() {
        Chaos.arm(
                Failure.of(() -> {
                    throw new AssertionError("a worse bug of the user's");
                }),
                Target.method("shop.Inventory#stock"));

        assertThat(new Inventory().stock("abc")).isEqualTo(3);
    }

    @Test
    void anExceptionSupplierMayCallTheWovenMethodItself() {
        Inventory inventory = new Inventory();
        Chaos.arm(
                Failure.of(() -> new IOException("stock was " + inventory.stock("abc"))),
                Target.method("shop.Inventory#stock"));

        Assertions.assertThatThrownBy(() -> inventory.stock("abc")).hasMessage("stock was 3");
    }

    @Test
    void aReplyOfTheWrongTypeIsReportedAndTheCallProceeds() {
        ActiveFault fault = Chaos.arm(Reply.value("not a number"), Target.method("shop.Inventory#stock"));

        assertThat(new Inventory().stock("abc")).isEqualTo(3);
        assertThat(fault.status().notApplied())
                .anySatisfy(why -> assertThat(why).contains("the method returns int"));
    }

    @Test
    void aConstructorCannotBeAnsweredAndSaysSo() {
        ActiveFault fault = Chaos.arm(Reply.value("something else"), Target.method("shop.Inventory#<init>"));

        assertThat(new Inventory().constructed()).isEqualTo(1);
        assertThat(fault.status().notApplied()).isNotEmpty();
    }

    @Test
    void aLostReplyComesAfterTheEffect() {
        RemoteClient client = new RemoteClient();
        Chaos.arm(LostReply.readTimeout(), Target.method("shop.RemoteClient#get"));

        Assertions.assertThatThrownBy(() -> client.get("x")).isInstanceOf(SocketTimeoutException.class);
        assertThat(client.calls()).isEqualTo(1);
    }

    @Test
    void anAnswerIsDamagedOnTheWayBack() {
        Chaos.arm(Corruption.toNull(), Target.method("shop.RemoteClient#get"));

        assertThat(new RemoteClient().get("x")).isNull();
    }

    @Test
    void latencyOfAnAsynchronousMethodDelaysItsCompletionAndNotTheCaller() throws Exception {
        ActiveFault slow = Chaos.arm(Latency.of(Duration.ofMinutes(10)), Target.method("shop.RemoteClient#getLater"));

        CompletableFuture<String> later = new RemoteClient().getLater("x");

        assertThat(later).isNotDone();
        slow.release();
        assertThat(later.get(30, SECONDS)).isEqualTo("remote x");
    }

    @Test
    void latencyOfAnAsynchronousMethodEndsByItself() throws Exception {
        Duration delay = Duration.ofMillis(300);
        Chaos.arm(Latency.of(delay), Target.method("shop.RemoteClient#getLater"));

        long before = System.nanoTime();
        assertThat(new RemoteClient().getLater("x").get(30, SECONDS)).isEqualTo("remote x");

        assertThat(System.nanoTime() - before).isGreaterThanOrEqualTo(delay.toNanos());
    }

    @Test
    void whatTheApplicationDoesAfterADelayMeetsFaultsAsElsewhere() {
        Chaos.arm(Latency.of(Duration.ofMillis(50)), Target.method("shop.RemoteClient#getLater"));
        ActiveFault broken = Chaos.arm(
                Failure.of(IllegalStateException.class).message("no stock"), Target.method("shop.Inventory#stock"));

        CompletableFuture<Integer> stock = new RemoteClient().getLater("x").thenApply(new Inventory()::stock);

        assertThatThrownBy(() -> stock.get(30, SECONDS)).hasRootCauseMessage("no stock");
        assertThat(broken.fired()).isEqualTo(1);
    }

    @Test
    void whatTheApplicationDoesAfterAHoldKeepsNobodyFromDisarming() throws Exception {
        ActiveFault stuck = Chaos.arm(Hang.untilReleased(), Target.method("shop.RemoteClient#getLater"));
        CountDownLatch disarmed = new CountDownLatch(1);
        CompletableFuture<Boolean> after = new RemoteClient().getLater("x").thenApply(answer -> awaited(disarmed));

        stuck.close();
        disarmed.countDown();

        assertThat(after.get(60, SECONDS)).isTrue();
    }

    private static boolean awaited(CountDownLatch latch) {
        try {
            return latch.await(30, SECONDS);
        } catch (InterruptedException interrupted) {
            return false;
        }
    }

    @Test
    void aJdkMethodThatTheGateItselfUsesDoesNotComeBackToTheGate() {
        BitSet bits = new BitSet();
        try (Rig rig = new Rig()) {
            rig.gate.onEnter(() -> bits.clear(0));
            rig.weave("java.util.BitSet#clear(int)");

            bits.clear(1);

            assertThat(rig.gate.entered()).isEqualTo(1);
        }
    }

    @Test
    void nothingOfTheApplicationIsPinned() throws Exception {
        WeakReference<Class<?>> type = armInALoaderOfItsOwn();

        await().atMost(30, SECONDS).pollInterval(50, MILLISECONDS).until(() -> {
            System.gc();
            return type.get() == null;
        });
    }

    private static WeakReference<Class<?>> armInALoaderOfItsOwn() throws Exception {
        Class<?> type = Class.forName("shop.Inventory", true, new ApartLoader("shop."));
        try (ActiveFault fault = Chaos.arm(Reply.value(7), Target.method("shop.Inventory#stock(String)"))) {
            Object stock = type.getMethod("stock", String.class)
                    .invoke(type.getConstructor().newInstance(), "abc");
            assertThat(stock).isEqualTo(7);
            assertThat(fault.fired()).isEqualTo(1);
        }
        return new WeakReference<>(type);
    }
}
