package dev.chaos4j.agent.backend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chaos4j.Chaos;
import dev.chaos4j.fault.Failure;
import dev.chaos4j.session.ActiveFault;
import dev.chaos4j.spi.NearMiss;
import dev.chaos4j.target.Target;
import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shop.Client;
import shop.Inventory;
import shop.Prices;

class NearMissTest {

    @BeforeEach
    void load() {
        assertThat(new Inventory().constructed()).isPositive();
        assertThat(new Prices()).isNotNull();
        assertThat(Client.class).isInterface();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            shop.Inventory#stok           | NO_SUCH_NAME | shop.Inventory#stok: the class has no method 'stok' of its own; did you mean 'stock'?
            shop.Inventery#stock          | NO_SUCH_NAME | shop.Inventery: there is no such class; did you mean 'shop.Inventory'?
            store.Inventory#stock         | NO_SUCH_NAME | store.Inventory: there is no such class; did you mean 'shop.Inventory'?
            shop.Inventory#stock(long)    | OVERLOAD     | shop.Inventory#stock(long): there are only shop.Inventory#stock(java.lang.String), shop.Inventory#stock(java.lang.String, int)
            shop.Inventory#nativeStock    | NO_CODE      | shop.Inventory#nativeStock(): it is native: there is no code to weave; choose the method that calls it
            shop.Client#get               | NO_CODE      | shop.Client#get(java.lang.String): it is abstract: there is no code to weave; choose the classes that implement it with '+shop.Client#get'
            shop.Prices#currency          | NO_SUCH_NAME | shop.Prices#currency: the class inherits 'currency' from shop.BasePrices; name 'shop.BasePrices#currency', which is for all its subclasses
            shop.NeverLoaded#run          | NOT_LOADED   | shop.NeverLoaded: it is not loaded yet; it is woven when it is
            no.such.Thing#run             | NOT_LOADED   | no.such.Thing: it is neither loaded nor on the class path; it is woven if some loader defines it later
            none.of.*Those#run            | NOT_LOADED   | none.of.*Those#run: no class that is loaded now matches; classes are woven when they are loaded
            +shop.Unimplemented#run       | NOT_LOADED   | shop.Unimplemented: it is not loaded yet; it is woven when it is, and so are the classes that have it
            java.util.BitSet#clear        | IGNORED      | java.util.BitSet: it is a class of the JDK, which the whole JVM shares; allow it with -Dchaos4j.jdk=java.util.BitSet (or the agent option jdk=java.util.BitSet)
            java.lang.Thread#run          | IGNORED      | java.lang.Thread: it is run by woven code itself and would call itself without end; choose a class further out
            java.lang.String#length       | IGNORED      | java.lang.String: it is run by woven code itself and would call itself without end; choose a class further out
            java.util.HashMap#get         | IGNORED      | java.util.HashMap: it is run by woven code itself and would call itself without end; choose a class further out
            dev.chaos4j.agent.points.Chains#of | IGNORED | dev.chaos4j.agent.points.Chains: it is part of Chaos4j itself, which is never a target
            dev.chaos4j.Chaos#current     | IGNORED      | dev.chaos4j.Chaos: it is part of Chaos4j itself, which is never a target
            """)
    void saysWhatNearlyMatchedAndWhatToDo(String pattern, NearMiss.Reason reason, String text) {
        try (ActiveFault fault = Chaos.arm(Failure.of(IOException.class), Target.method(pattern))) {
            assertThat(fault.status().weave().nearMisses()).singleElement().satisfies(miss -> {
                assertThat(miss.where() + ": " + miss.text()).isEqualTo(text);
                assertThat(miss.reason()).isEqualTo(reason);
            });
        }
    }
}
