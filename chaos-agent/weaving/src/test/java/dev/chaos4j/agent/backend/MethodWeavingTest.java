package dev.chaos4j.agent.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chaos4j.Chaos;
import dev.chaos4j.fault.Failure;
import dev.chaos4j.fault.Fault;
import dev.chaos4j.fault.Reply;
import dev.chaos4j.session.ActiveFault;
import dev.chaos4j.target.Target;
import java.io.IOException;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import shop.Inventory;

class MethodWeavingTest {

    private final Inventory inventory = new Inventory();

    @AfterEach
    void disarm() {
        Chaos.disarmAll();
    }

    private static ActiveFault arm(Fault fault, String pattern) {
        return Chaos.arm(fault, Target.method(pattern));
    }

    @Test
    void anInstanceMethodFailsWhileArmedAndWorksAgainWhenDisarmed() {
        try (ActiveFault fault = arm(Failure.of(IOException.class), "shop.Inventory#stock(String)")) {
            assertThatThrownBy(() -> inventory.stock("abc")).isInstanceOf(IOException.class);
            assertThat(inventory.stock("abc", 1)).isEqualTo(4);
            assertThat(fault.fired()).isEqualTo(1);
            assertThat(fault.status().weave().methods()).containsExactly("shop.Inventory#stock(java.lang.String)");
        }

        assertThat(inventory.stock("abc")).isEqualTo(3);
    }

    @Test
    void aStaticMethodAnswersWithAnotherValue() {
        arm(Reply.value("nobody"), "shop.Inventory#owner");

        assertThat(Inventory.owner(7)).isEqualTo("nobody");
    }

    @Test
    void aFinalMethodAnswersWithAnotherPrimitive() {
        arm(Reply.value(0.5), "shop.Inventory#price");

        assertThat(inventory.price(3)).isEqualTo(0.5);
    }

    @Test
    void aPrivateMethodFails() {
        arm(Failure.of(SQLException.class), "shop.Inventory#secret");

        assertThatThrownBy(inventory::tellSecret).isInstanceOf(SQLException.class);
    }

    @Test
    void aVoidMethodIsSkipped() {
        StringBuilder log = new StringBuilder();
        arm(Reply.value(null), "shop.Inventory#reserve");

        inventory.reserve(log);

        assertThat(log).isEmpty();
    }

    @Test
    void aConstructorFailsBeforeAnythingIsConstructed() {
        arm(Failure.of(IOException.class), "shop.Inventory#<init>");

        assertThatThrownBy(Inventory::new).isInstanceOf(IOException.class);
    }
}
