package dev.chaos4j.junit.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.List;
import org.junit.jupiter.api.Test;

class TestNameTest {

    /** A test class with one test. */
    interface Checkout {
        void answers(int[] numbers, List<String> words);
    }

    private static TestName name(String uniqueId) {
        Method method = Checkout.class.getMethods()[0];
        return TestName.of(Checkout.class, method, uniqueId);
    }

    @Test
    void isTheClassTheMethodAndTheInvocations() {
        assertThat(name("[engine:x]/[class:y]/[method:z()]").text())
                .isEqualTo("TestNameTest$Checkout#answers(int[], List)");
        assertThat(name("[engine:x]/[class-template:y]/[class-template-invocation:#2]/[test-template:z()]"
                                + "/[test-template-invocation:#13]")
                        .text())
                .isEqualTo("TestNameTest$Checkout#answers(int[], List) #2#13");
    }

    @Test
    void givesEachRunningTestAnIdentifierOfItsOwn() {
        TestName name = name("[engine:x]");
        String first = name.claimId();
        String second = name.claimId();
        TestName.giveBack(first);
        String third = name.claimId();

        assertThat(first).isEqualTo("dev.chaos4j.junit.internal.TestNameTest$Checkout#answers(int[], List)");
        assertThat(second).isEqualTo(first + " copy 2");
        assertThat(third).isEqualTo(first);
        TestName.giveBack(second);
        TestName.giveBack(third);
    }

    @Test
    void leadsToTheSourceFile() {
        assertThat(name("[engine:x]").trace()[0])
                .hasToString("dev.chaos4j.junit.internal.TestNameTest$Checkout.answers(TestNameTest.java)");
    }
}
