package dev.chaos4j.junit;

import dev.chaos4j.fault.Direction;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Makes connections that this test opens slow, for example {@code @InjectBandwidth(connection = "db.*:5432",
 * bytesPerSecond = 10_000)}. Give either {@link #bytesPerSecond()}, or {@link #drip()} and {@link #dripEvery()}.
 *
 * <p>Put it on a test method, on a test class for each of its tests, or on an annotation of your own. It is armed after
 * the {@code @BeforeEach} methods and disarmed before the {@code @AfterEach} methods; connections that a pool has opened
 * before are left alone. All conditions that say when must agree.
 */
@Documented
@ExtendWith(ChaosExtension.class)
@Inherited
@Repeatable(InjectBandwidth.Container.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface InjectBandwidth {

    /** How many bytes pass in a second, evenly: 1 or more; 0 for a drip. */
    long bytesPerSecond() default 0;

    /** How many bytes come at once, before each pause: 1 or more; 0 for none. */
    long drip() default 0;

    /** The pause after each {@link #drip()}: a number and a unit. */
    String dripEvery() default "";

    /** Which way it is slow. */
    Direction direction() default Direction.ANSWERS;

    /** Where: connections of any client as in {@link InjectLatency#connection()}. */
    String connection();

    /** When: the probability from 0.0 to 1.0 that a connection gets it. */
    double rate() default 1.0;

    /** When: only so many connections; 0 for no such limit. */
    long first() default 0;

    /** When: only after so many connections were left alone; 0 for at once. */
    long after() default 0;

    /** When: only every so many connections, the nth, the 2nth and so on; 0 for each. */
    long every() default 0;

    /** The name, by which {@link FaultName}, triggers and messages call it; empty for one made of fault and target. */
    String name() default "";

    /** Whether the test may pass although this fault never fires. */
    boolean allowUnfired() default false;

    /** Holds several, where Java asks for one. */
    @Documented
    @ExtendWith(ChaosExtension.class)
    @Inherited
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.TYPE, ElementType.METHOD})
    @interface Container {
        /** The annotations. */
        InjectBandwidth[] value();
    }
}
