package dev.chaos4j.junit.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import org.junit.jupiter.api.Test;

class ReplayLineTest {

    private static TestName test(Class<?> type) throws NoSuchMethodException {
        Method method = Runnable.class.getDeclaredMethod("run");
        return TestName.of(type, method, "[engine:junit-jupiter]/[class:a]/[method:b()]");
    }

    @Test
    void namesATestForSurefire() throws NoSuchMethodException {
        assertThat(ReplayLine.of(test(ReplayLineTest.class), -7, false))
                .isEqualTo("mvn test -Dtest=ReplayLineTest#run -Dchaos4j.seed=-7");
    }

    @Test
    void quotesNestedClassesForTheShell() throws NoSuchMethodException {
        assertThat(ReplayLine.of(test(OutageIT.Inner.class), 7, false))
                .isEqualTo("mvn verify -Dit.test='OutageIT$Inner#run' -Dchaos4j.seed=7");
    }

    @Test
    void namesAnIntegrationTestForFailsafe() throws NoSuchMethodException {
        assertThat(ReplayLine.of(test(OutageIT.class), 7, false))
                .isEqualTo("mvn verify -Dit.test=OutageIT#run -Dchaos4j.seed=7");
        assertThat(ReplayLine.of(test(Iterator.class), 7, false))
                .startsWith("mvn test -Dtest='ReplayLineTest$Iterator#");
    }

    /** Begins with the letters IT, but in lower case. */
    private static final class Iterator {
        private Iterator() {}
    }

    @Test
    void speaksGradleUnderGradle() throws NoSuchMethodException {
        assertThat(ReplayLine.of(test(ReplayLineTest.class), 7, true))
                .isEqualTo("gradle test --tests dev.chaos4j.junit.internal.ReplayLineTest.run -Dchaos4j.seed=7");
    }
}
