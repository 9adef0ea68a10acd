package dev.chaos4j.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FailureTest {

    private static final @Nullable ClassLoader HERE = FailureTest.class.getClassLoader();

    /** Takes a message and a cause. */
    static final class Both extends Exception {
        Both(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** Takes only a cause. */
    static final class OnlyCause extends Exception {
        OnlyCause(Throwable cause) {
            super(cause);
        }
    }

    /** Takes nothing, and is private. */
    static final class Nothing extends Error {
        private Nothing() {}
    }

    /** Takes a message, and no cause ever. */
    static final class NoCause extends Exception {
        NoCause(String message) {
            super(message, null);
        }
    }

    /** Cannot be made. */
    static final class Picky extends Exception {
        Picky(int number) {
            super("number " + number);
        }
    }

    /** Fails when it is made. */
    static final class Fragile extends Exception {
        Fragile() {
            throw new IllegalStateException("broken");
        }
    }

    @Test
    void createsANewExceptionEachTime() {
        Failure failure = Failure.of(IOException.class);

        assertThat(failure.create(HERE))
                .isExactlyInstanceOf(IOException.class)
                .hasMessage("injected by Chaos4j")
                .hasNoCause()
                .isNotSameAs(failure.create(HERE));
    }

    @Test
    void createsWhatHasAnyUsualConstructor() {
        Failure cause = Failure.of(IOException.class).message("below");

        assertThat(Failure.of(Both.class).message("up").cause(cause).create(HERE))
                .isExactlyInstanceOf(Both.class)
                .hasMessage("up")
                .cause()
                .hasMessage("below");
        assertThat(Failure.of(Both.class).create(HERE))
                .hasMessage("injected by Chaos4j")
                .hasNoCause();
        assertThat(Failure.of(OnlyCause.class).cause(cause).create(HERE))
                .cause()
                .hasMessage("below");
        assertThat(Failure.of(OnlyCause.class).create(HERE)).hasNoCause();
        assertThat(Failure.of(Nothing.class).cause(cause).create(HERE)).cause().hasMessage("below");
        assertThat(Failure.of(TimeoutException.class)
                        .message("late")
                        .cause(cause)
                        .create(HERE))
                .hasMessage("late")
                .cause()
                .hasMessage("below");
    }

    @Test
    void leavesACauseOutThatTheTypeDoesNotTake() {
        Failure failure = Failure.of(NoCause.class).message("alone").cause(Failure.of(IOException.class));

        assertThat(failure.create(HERE))
                .isExactlyInstanceOf(NoCause.class)
                .hasMessage("alone")
                .hasNoCause();
    }

    @Test
    void refusesTypesThatCannotBeMade() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Failure.of(Picky.class))
                .withMessage(
                        Picky.class.getName() + " has no constructor that takes nothing, a message, a cause, or both;"
                                + " use Failure.of(() -> new Picky(...))");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Failure.of(AbstractFailure.class))
                .withMessage(AbstractFailure.class.getName()
                        + " is abstract and cannot be thrown; name one of its subclasses");
    }

    /** Has subclasses, perhaps. */
    abstract static class AbstractFailure extends Exception {}

    @Test
    void saysThatMakingItFailed() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Failure.of(Fragile.class).create(HERE))
                .withMessage("Creating the exception " + Fragile.class.getName() + " failed");
    }

    @Test
    void findsANamedTypeInTheLoaderOfTheCaller() throws IOException {
        Failure failure = Failure.named(Both.class.getName());
        URL classes = FailureTest.class.getProtectionDomain().getCodeSource().getLocation();

        try (URLClassLoader other = new URLClassLoader(new URL[] {classes}, null)) {
            Throwable thrown = failure.create(other);

            assertThat(thrown.getClass().getName()).isEqualTo(Both.class.getName());
            assertThat(thrown.getClass()).isNotEqualTo(Both.class);
        }
        assertThat(failure.create(HERE)).isExactlyInstanceOf(Both.class);
    }

    @Test
    void saysWhyANamedTypeCannotBeThrown() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Failure.named("shop.Missing").create(HERE))
                .withMessageStartingWith(
                        "The exception class shop.Missing does not exist at the injection point (class" + " loader ")
                .withMessageEndingWith("; check the name in the fault");
        assertThatIllegalStateException()
                .isThrownBy(() -> Failure.named("java.lang.String").create(HERE))
                .withMessage("The class java.lang.String is not an exception (no Throwable)");
        assertThatIllegalStateException()
                .isThrownBy(() -> Failure.named("shop.Missing").create(null))
                .withMessageContaining("(class loader bootstrap)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "not-a-class", "a..b", ".a", "a.", "a b", "1a", "a.1", "a/b", "a#b"})
    void refusesWhatIsNoClassName(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Failure.named(name))
                .withMessage("'" + name + "' is not the name of an exception class; write it in full, for example"
                        + " java.io.IOException");
    }

    @ParameterizedTest
    @EnumSource(NetworkError.class)
    void throwsWhatTheJdkThrowsForANetworkError(NetworkError error) {
        Throwable thrown = Failure.network(error).create(HERE);

        assertThat(thrown.getClass().getName()).isEqualTo(error.exceptionType());
        assertThat(thrown).isInstanceOf(IOException.class).hasMessage(error.message());
        assertThat(Failure.network(error).describe()).isEqualTo("failure " + error.word());
    }

    @Test
    void asksASupplier() {
        Failure failure = Failure.of(() -> new UncheckedIOException(new ConnectException("no")));

        assertThat(failure.create(HERE))
                .isInstanceOf(UncheckedIOException.class)
                .hasRootCauseMessage("no");
        assertThat(failure.isSupplied()).isTrue();
        assertThat(Failure.named("supplied").isSupplied()).isFalse();
        assertThat(failure.describe()).isEqualTo("failure supplied");
    }

    @Test
    void isAnOutcomeBeforeTheEffect() {
        Failure failure = Failure.of(IOException.class);

        assertThat(failure.kind()).isEqualTo("failure");
        assertThat(failure.placement()).isEqualTo(Placement.BEFORE);
        assertThat(List.of(failure.typeName(), failure.toString()))
                .containsExactly("java.io.IOException", "failure java.io.IOException");
    }
}
