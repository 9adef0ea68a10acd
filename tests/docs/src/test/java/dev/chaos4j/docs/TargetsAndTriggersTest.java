package dev.chaos4j.docs;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chaos4j.Chaos;
import dev.chaos4j.fault.Failure;
import dev.chaos4j.fault.Latency;
import dev.chaos4j.scenario.PlannedFault;
import dev.chaos4j.scope.BlastRadius;
import dev.chaos4j.scope.ChaosContext;
import dev.chaos4j.scope.Scope;
import dev.chaos4j.session.ActiveFault;
import dev.chaos4j.session.ChaosSession;
import dev.chaos4j.session.SessionOptions;
import dev.chaos4j.target.NetworkOperation;
import dev.chaos4j.target.Target;
import dev.chaos4j.trigger.Trigger;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The examples of docs/targets-and-triggers.md. */
class TargetsAndTriggersTest {

    private final ChaosSession session = Chaos.session(SessionOptions.jvm());
    private final Inventory inventory = new Shelves();
    private final Target stock = Target.method(Inventory.class, "stock");
    private final Target reserve = Target.method(Inventory.class, "reserve");

    @AfterEach
    void disarm() {
        session.close();
    }

    @Test
    void aPlanHasATargetATriggerAScopeAndABlastRadius() {
        PlannedFault plan = PlannedFault.of(Latency.of(ofMillis(300)), Target.method(Inventory.class, "stock"))
                .named("slow stock")
                .when(Trigger.rate(0.2))
                .inScope(Scope.jvm())
                .within(BlastRadius.standard().withInjections(100).withTime(ofMinutes(5)));

        assertThat(plan).hasToString("slow stock: latency 300ms at +dev.chaos4j.docs.Inventory#stock, rate 0.2");
    }

    @Test
    void targets() {
        List<Target> targets = List.of(
                Target.http().host("inventory.*").method("GET").path("/items/**"),
                Target.http().host("{a,b}.prices.example").port(8443).header("x-tenant", "blue*"),
                Target.aws("s3")
                        .operation("{Get,Head}Object")
                        .region("us-east-1")
                        .bucket("images")
                        .key("product/**"),
                Target.aws("dynamodb").table("orders"));
        List<Target> ofTheNetwork = List.of(
                Target.network().host("*.db.example").port(5432),
                Target.network().operation(NetworkOperation.RESOLVE).host("*.db.example"));

        assertThat(ofTheNetwork)
                .extracting(Target::describe)
                .containsExactly("network host=*.db.example port=5432", "network operation=resolve host=*.db.example");
        assertThat(targets)
                .extracting(Target::describe)
                .containsExactly(
                        "http method=GET host=inventory.* path=/items/**",
                        "http host={a,b}.prices.example port=8443 header.x-tenant=blue*",
                        "aws service=s3 operation={Get,Head}Object region=us-east-1 bucket=images key=product/**",
                        "aws service=dynamodb table=orders");
    }

    @Test
    void methodTargets() {
        List<Target> targets = List.of(
                Target.method("shop.Inventory#stock(String, int)"),
                Target.method("+shop.Client#get*"),
                Target.method(Inventory.class, "stock"),
                Target.subtypesOf(Inventory.class).named("reserve"),
                Target.annotatedWith(Deprecated.class));

        assertThat(targets)
                .extracting(Target::describe)
                .containsExactly(
                        "shop.Inventory#stock(String, int)",
                        "+shop.Client#get*",
                        "+dev.chaos4j.docs.Inventory#stock",
                        "+dev.chaos4j.docs.Inventory#reserve",
                        "@java.lang.Deprecated#*");
    }

    @Test
    void firstCalls() throws IOException {
        try (ActiveFault flaky = Chaos.arm(Failure.of(IOException.class), stock, Trigger.first(2))) {
            assertThatThrownBy(() -> inventory.stock("tea")).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> inventory.stock("tea")).isInstanceOf(IOException.class);
            assertThat(inventory.stock("tea")).isEqualTo(7);
            assertThat(flaky.fired()).isEqualTo(2);
        }
    }

    @Test
    void cascade() throws IOException {
        session.arm(PlannedFault.of(Latency.of(ofMillis(1)), stock).named("slow stock"));
        session.arm(Failure.of(IOException.class), reserve, Trigger.whenFired("slow stock", 3));

        inventory.reserve("tea", 1);
        for (int i = 0; i < 3; i++) {
            inventory.stock("tea");
        }
        assertThatThrownBy(() -> inventory.reserve("tea", 1)).isInstanceOf(IOException.class);
    }

    @Test
    void requestScope() throws IOException {
        session.arm(PlannedFault.of(Failure.of(IOException.class), stock).inScope(Scope.request("order-4711")));

        try (var stay = ChaosContext.ofRequest("order-4711").open()) {
            assertThatThrownBy(() -> inventory.stock("tea")).isInstanceOf(IOException.class);
        }
        assertThat(inventory.stock("tea")).isEqualTo(7);
    }

    @Test
    void blastRadius() throws IOException {
        BlastRadius once = BlastRadius.standard().withInjections(1);
        try (ActiveFault broken = session.arm(
                PlannedFault.of(Failure.of(IOException.class), stock).within(once))) {
            assertThatThrownBy(() -> inventory.stock("tea")).isInstanceOf(IOException.class);
            assertThat(inventory.stock("tea")).isEqualTo(7);
            assertThat(broken.status().limited()).isEqualTo(1);
        }
    }

    @Test
    void dice() {
        List<Boolean> first = hits(42);
        List<Boolean> again = hits(42);
        List<Boolean> other = hits(43);

        assertThat(again).isEqualTo(first);
        assertThat(other).isNotEqualTo(first);
    }

    private List<Boolean> hits(long seed) {
        List<Boolean> hits = new ArrayList<>();
        try (ChaosSession seeded = Chaos.session(SessionOptions.jvm().withSeed(seed));
                ActiveFault flaky = seeded.arm(Failure.of(IOException.class), stock, Trigger.rate(0.5))) {
            for (int i = 0; i < 50; i++) {
                long before = flaky.fired();
                try {
                    inventory.stock("tea");
                } catch (IOException injected) {
                    // counted below
                }
                hits.add(flaky.fired() > before);
            }
        }
        return hits;
    }
}
