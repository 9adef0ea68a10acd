package dev.chaos4j.junit;

import dev.chaos4j.fault.NetworkError;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Makes calls fail in this test, for example {@code @InjectFailure(method = "shop.Inventory#stock", exception =
 * IOException.class)}. Exactly one of {@link #exception()}, {@link #network()} and {@link #status()} says how.
 *
 * <p>Put it on a test method, on a test class for each of its tests, or on an annotation of your own. It is armed after
 * the {@code @BeforeEach} methods and disarmed before the {@code @AfterEach} methods. Exactly one of {@link #method()},
 * {@link #target()}, {@link #http()}, {@link #aws()} and {@link #connection()} says where; all conditions that say when must agree.
 */
@Documented
@ExtendWith(ChaosExtension.class)
@Inherited
@Repeatable(InjectFailure.Container.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface InjectFailure {

    /** How: with a new exception of this type, also a checked one. */
    Class<? extends Throwable> exception() default Throwable.class;

    /** How: as the network would; the client gets its library's own exception for it. At most one. */
    NetworkError[] network() default {};

    /** How: with this status, from 100 to 599, where the target has a protocol; 0 for none. */
    int status() default 0;

    /** The service's error code beside {@link #status()}, for example {@code SlowDown}; empty for none. */
    String code() default "";

    /** The message of {@link #exception()} or {@link #network()}; empty for the usual one. */
    String message() default "";

    /** Whether the call takes effect first, so that only its answer is lost; not together with {@link #status()}. */
    boolean lostReply() default false;

    /** Where: a method pattern, for example {@code shop.Inventory#stock}; see {@link dev.chaos4j.target.Target#method}. */
    String method() default "";

    /** Where: the methods of this class; of an interface, the methods of all that implement it. */
    Class<?> target() default void.class;

    /** Which methods of {@link #target()}: a name or a pattern with wildcards. */
    String methodName() default "*";

    /**
     * Where: HTTP exchanges, {@code [METHOD] [SCHEME://][HOST][:PORT][/PATH] [attribute=pattern ...]}, for example
     * {@code inventory.*} or {@code GET inventory.*:8080/stock/**}.
     */
    String http() default "";

    /**
     * Where: requests of the AWS SDK, {@code SERVICE[:OPERATION] [attribute=pattern ...]}, for example {@code s3} or
     * {@code s3:GetObject bucket=photos}.
     */
    String aws() default "";

    /** Where: connections of any client as in {@link InjectLatency#connection()}. */
    String connection() default "";

    /** When: the probability from 0.0 to 1.0 that a call gets it. */
    double rate() default 1.0;

    /** When: only so many calls; 0 for no such limit. */
    long first() default 0;

    /** When: only after so many calls were left alone; 0 for at once. */
    long after() default 0;

    /** When: only every so many calls, the nth, the 2nth and so on; 0 for each. */
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
        InjectFailure[] value();
    }
}
