package dev.chaos4j.agent.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chaos4j.Chaos;
import dev.chaos4j.fault.Failure;
import dev.chaos4j.fault.Reply;
import dev.chaos4j.session.ActiveFault;
import dev.chaos4j.spi.NearMiss;
import dev.chaos4j.target.Target;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import shop.CachingClient;
import shop.Client;
import shop.Discount;
import shop.EarlyRates;
import shop.InheritingClient;
import shop.LateClient;
import shop.LateDiscounts;
import shop.LateRemote;
import shop.Prices;
import shop.RemoteClient;

class SelectionTest {

    @AfterEach
    void disarm() {
        Chaos.disarmAll();
    }

    @Test
    void implementersPresentAndFutureAreWoven() throws Exception {
        new RemoteClient().get("x");

        try (ActiveFault fault = Chaos.arm(Failure.of(IOException.class), Target.method("+shop.Client#get"))) {
            assertThatThrownBy(() -> new RemoteClient().get("x")).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> new LateClient().get("x")).isInstanceOf(IOException.class);
            assertThat(fault.status().weave().types()).contains("shop.RemoteClient", "shop.LateClient");
        }

        assertThat(new LateClient().get("x")).isEqualTo("late x");
    }

    @Test
    void defaultMethodsOfTheInterfaceItselfAreWoven() {
        Chaos.arm(Reply.value("replaced"), Target.method("+shop.Client#describe"));

        assertThat(new RemoteClient().describe()).isEqualTo("replaced");
    }

    @Test
    void aCallThroughADecoratorAndAProxyIsOneInjection() throws Exception {
        Client client = new CachingClient(new RemoteClient());
        Client proxy = (Client) Proxy.newProxyInstance(
                Client.class.getClassLoader(),
                new Class<?>[] {Client.class},
                (self, method, arguments) -> method.invoke(client, arguments));

        try (ActiveFault fault = Chaos.arm(
                dev.chaos4j.fault.Latency.of(java.time.Duration.ofMillis(1)), Target.method("+shop.Client#get"))) {
            assertThat(proxy.get("x")).isEqualTo("cached remote x");
            assertThat(client.get("x")).isEqualTo("cached remote x");

            assertThat(fault.status().eligible()).isEqualTo(2);
            assertThat(fault.fired()).isEqualTo(2);
        }
    }

    @Test
    void aClassNamedInFullIsHitInsideItsDecorator() throws Exception {
        Client client = new CachingClient(new RemoteClient());

        try (ActiveFault outer = Chaos.arm(Reply.value("outer"), Target.method("+shop.Client#describe"));
                ActiveFault inner = Chaos.arm(Reply.value("nothing"), Target.method("shop.RemoteClient#get"))) {
            assertThat(client.get("x")).isEqualTo("cached nothing");
            assertThat(inner.fired()).isEqualTo(1);
            assertThat(outer.fired()).isZero();
        }
    }

    @Test
    void annotatedMethodsAreWovenAndOthersAreNot() {
        Chaos.arm(Reply.value(-1), Target.method("@shop.Remote#*Price"));

        assertThat(new Prices().remotePrice("abc")).isEqualTo(-1);
        assertThat(new Prices().localPrice("abc")).isEqualTo(3);
    }

    @Test
    void methodsOfClassesThatInheritTheAnnotationAreWovenWhenLoadedLater() {
        Chaos.arm(Reply.value("injected"), Target.method("@shop.Remote#call"));

        assertThat(new LateRemote().call()).isEqualTo("injected");
    }

    @Test
    void aGenericBridgeAndItsMethodAreOneInjection() {
        Supplier<String> prices = new Prices();

        try (ActiveFault fault = Chaos.arm(Reply.value("free"), Target.method("shop.Prices#get"))) {
            assertThat(prices.get()).isEqualTo("free");
            assertThat(fault.status().seen()).isEqualTo(1);
        }
    }

    @Test
    void theBodyOfALambdaIsWovenByItsName() {
        Supplier<String> lambda = new Prices().lambda();

        Chaos.arm(Reply.value("injected"), Target.method("shop.Prices#lambda$lambda$*"));

        assertThat(lambda.get()).isEqualTo("injected");
    }

    @Test
    void aLambdaThatImplementsTheInterfaceIsWovenThroughItsBody() {
        Supplier<String> lambda = new Prices().lambda();
        assertThat(lambda.get()).isEqualTo("from a lambda");

        try (ActiveFault fault =
                Chaos.arm(Reply.value("injected"), Target.method("+java.util.function.Supplier#get"))) {
            assertThat(lambda.get()).isEqualTo("injected");
            assertThat(fault.status().weave().methods()).contains("shop.Prices$lambda$lambda$0#get()");
        }
        assertThat(lambda.get()).isEqualTo("from a lambda");
    }

    @Test
    void aLambdaOfAClassLoadedLaterIsWovenThroughItsBody() {
        Chaos.arm(Reply.value("injected"), Target.method("+shop.Discount#of"));

        assertThat(new LateDiscounts().lambda().of(1)).isEqualTo("injected");
        assertThat(new LateDiscounts().reference().of(1)).isEqualTo("10%");
    }

    @Test
    void aLambdaMadeAfterArmingOfAnInterfaceLoadedAfterArmingIsWovenThroughItsBody() {
        EarlyRates rates = new EarlyRates();
        String late = "+shop.Rates$Rate#of";

        try (ActiveFault fault = Chaos.arm(Reply.value(7), Target.method(late))) {
            assertThat(rates.made()).isEqualTo(7);
            assertThat(rates.madeAsASubtype()).isEqualTo(7);
            assertThat(fault.status().weave().methods())
                    .allSatisfy(name -> assertThat(name).startsWith("shop.EarlyRates$lambda$made"));
        }
        assertThat(rates.made()).isEqualTo(1);
    }

    @Test
    void aLambdaOfTheJdkIsReported() {
        assertThat(Function.<String>identity().andThen(String::length).apply("tea"))
                .isEqualTo(3);

        try (ActiveFault fault = Chaos.arm(Reply.value(7), Target.method("+java.util.function.Function#nowhere"))) {
            assertThat(fault.status().weave().nearMisses())
                    .anySatisfy(miss -> assertThat(miss.where() + ": " + miss.text())
                            .startsWith("java.util.function.Function: it passes a lambda, which the JVM cannot modify,"
                                    + " and its body is out of reach, because the class is run by woven code itself"));
        }
    }

    @Test
    void aMethodReferenceBehindAnInterfaceIsReported() {
        Discount reference = new LateDiscounts().reference();
        assertThat(reference.of(1)).isEqualTo("10%");

        try (ActiveFault fault = Chaos.arm(Reply.value("injected"), Target.method("+shop.Discount#of"))) {
            assertThat(fault.status().weave().nearMisses()).anySatisfy(miss -> {
                assertThat(miss.reason()).isEqualTo(NearMiss.Reason.LAMBDA);
                assertThat(miss.where()).isEqualTo("shop.LateDiscounts");
                assertThat(miss.text()).contains("method reference shop.LateDiscounts#tenPercent as shop.Discount");
            });
        }
    }

    @Test
    void manyMethodsAreWovenByAGlob() {
        try (ActiveFault fault = Chaos.arm(Reply.value(0), Target.method("shop.Prices#*Price"))) {
            assertThat(fault.status().weave().methods())
                    .containsExactly(
                            "shop.Prices#localPrice(java.lang.String)", "shop.Prices#remotePrice(java.lang.String)");
        }
    }

    @Test
    void aMethodInheritedFromOutsideTheSubtypesIsReportedWithItsOwner() {
        assertThat(new InheritingClient().get("x")).isEqualTo("inherited x");

        try (ActiveFault fault = Chaos.arm(Reply.value("injected"), Target.method("+shop.Client#get"))) {
            assertThat(fault.status().weave().nearMisses())
                    .anySatisfy(miss -> assertThat(miss.text()).contains("name 'shop.AbstractClient#get'"));
        }
    }
}
