package dev.chaos4j.agent.backend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chaos4j.Chaos;
import dev.chaos4j.fault.Reply;
import dev.chaos4j.session.ActiveFault;
import dev.chaos4j.target.Target;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.ClassFileVersion;
import net.bytebuddy.dynamic.loading.ClassLoadingStrategy;
import net.bytebuddy.implementation.FixedValue;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OldClassesTest {

    @ParameterizedTest(name = "Java {0}")
    @ValueSource(ints = {2, 3, 4, 5, 6, 7, 8, 11, 17})
    void areWovenSwitchedAndLeftWhateverTheirVersion(int java) throws Exception {
        Class<?> old = new ByteBuddy(ClassFileVersion.ofJavaVersion(java))
                .subclass(Object.class)
                .name("old.Java" + java)
                .defineMethod("answer", int.class, Modifier.PUBLIC | Modifier.STATIC)
                .intercept(FixedValue.value(42))
                .make()
                .load(OldClassesTest.class.getClassLoader(), ClassLoadingStrategy.Default.WRAPPER_PERSISTENT)
                .getLoaded();
        Method answer = old.getMethod("answer");
        assertThat(answer.invoke(null)).isEqualTo(42);

        for (int round = 0; round < 3; round++) {
            try (ActiveFault fault = Chaos.arm(Reply.value(7), Target.method(old.getName() + "#answer"))) {
                assertThat(answer.invoke(null)).isEqualTo(7);
                assertThat(fault.status().weave().nearMisses()).isEmpty();
            }
            assertThat(answer.invoke(null)).isEqualTo(42);
        }
    }
}
