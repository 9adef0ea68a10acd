package dev.chaos4j.woven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chaos4j.Chaos;
import dev.chaos4j.fault.Failure;
import dev.chaos4j.junit.ChaosTest;
import dev.chaos4j.junit.InjectFailure;
import dev.chaos4j.target.Target;
import java.io.IOException;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a test says if the agent was there and the fault did nothing all the same. */
@Timeout(60)
class WovenStrictnessTest {

    @ChaosTest
    static class Unfired {

        @Test
        @InjectFailure(method = "dev.chaos4j.woven.Shop$Prices#discount(String)", exception = IOException.class)
        void otherOverload() {
            assertThat(Shop.Prices.create().discount("tea", 2)).isEqualTo(6);
        }

        @Test
        @InjectFailure(method = "+java.util.function.ToIntFunction#applyAsInt", exception = IOException.class)
        void methodReference() {
            ToIntFunction<String> reference = Shop.Prices::price;
            assertThat(reference.applyAsInt("tea")).isEqualTo(300);
        }

        @Test
        @InjectFailure(method = "java.lang.String#length", exception = IllegalStateException.class)
        void classOfTheJdk() {
            assertThat("tea".length()).isEqualTo(3);
        }

        @Test
        void similarName() {
            Chaos.arm(Failure.of(IOException.class), Target.method("dev.chaos4j.woven.Shop$Price*#prise"));
            assertThat(Shop.Prices.price("tea")).isEqualTo(300);
        }
    }

    private static String message(String method) {
        return Kit.message(Unfired.class, method);
    }

    @Test
    void saysThatAnotherOverloadIsNotTheTarget() {
        assertThat(message("otherOverload")).isEqualTo("""
                        A fault had no effect, so WovenStrictnessTest$Unfired#otherOverload() shows nothing about it.

                          failure at dev.chaos4j.woven.Shop$Prices#discount(String)
                            armed by    @InjectFailure on WovenStrictnessTest$Unfired#otherOverload()
                            what        failure java.io.IOException at dev.chaos4j.woven.Shop$Prices#discount(String), always
                            matched     dev.chaos4j.woven.Shop$Prices#discount(java.lang.String)
                            counted     0 seen, 0 eligible, 0 fired
                            because     nobody called it while it was armed
                            do          call it in the test method itself: the faults of annotations are armed after @BeforeEach and disarmed before @AfterEach

                        If it may stay so, say allowUnfired = true in the annotation, or @AllowUnfired on the test.
                        Seed 42; to repeat: mvn test -Dtest='WovenStrictnessTest$Unfired#otherOverload' -Dchaos4j.seed=42""");
    }

    @Test
    void namesTheMethodBehindAReferenceThatNobodyCanWeave() {
        assertThat(message("methodReference"))
                .contains("near miss   dev.chaos4j.woven.WovenStrictnessTest$Unfired: it passes the method reference"
                        + " dev.chaos4j.woven.Shop$Prices#price as java.util.function.ToIntFunction, behind which is a"
                        + " hidden class that the JVM cannot modify; name 'dev.chaos4j.woven.Shop$Prices#price', which"
                        + " is for all its calls");
    }

    @Test
    void saysWhyAClassOfTheJdkIsLeftAlone() {
        assertThat(message("classOfTheJdk")).contains("""
                            matched     no method
                            near miss   java.lang.String: it is run by woven code itself and would call itself without end; choose a class further out
                            counted     0 seen, 0 eligible, 0 fired
                            because     nothing was matched, for the reason given as near miss
                        """);
    }

    @Test
    void saysThatNoClassHasSuchAMethod() {
        assertThat(message("similarName")).contains("""
                            counted     0 seen, 0 eligible, 0 fired
                            because     no loaded class has such a method
                            do          compare the target with the class or client that the tested code uses
                        """);
    }
}
