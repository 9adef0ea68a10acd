package dev.chaos4j.junit;

import dev.chaos4j.fault.Mistake;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Makes clients in this test use a wrong setting, for example {@code @Misconfigure(endpoint =
 * "s3.us-east-1.amazonaws.com", as = Mistake.WRONG_REGION)}: they meet what a client with such a setting meets.
 *
 * <p>Put it on a test method, on a test class for each of its tests, or on an annotation of your own. It is armed after
 * the {@code @BeforeEach} methods and disarmed before the {@code @AfterEach} methods. Exactly one of
 * {@link #endpoint()}, {@link #http()}, {@link #aws()} and {@link #connection()} says whose setting; all conditions that say when must agree.
 */
@Documented
@ExtendWith(ChaosExtension.class)
@Inherited
@Repeatable(Misconfigure.Container.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Misconfigure {

    /** Which mistake. */
    Mistake as();

    /**
     * The wrong host, port or Region, empty for a typical one; or the other endpoint, {@code HOST[:PORT]}, of {@link
     * Mistake#SWAPPED_ENDPOINTS}; or the addresses of {@link Mistake#OTHER_ADDRESSES}, with commas. Other mistakes have no value.
     */
    String value() default "";

    /**
     * A PKCS#12 key store with the key of a test authority that the client trusts and that issues the certificates it
     * meets; a path from the working directory. See {@link Mistake#needsIssuer}.
     */
    String issuer() default "";

    /** The system property or environment variable that holds the password of {@link #issuer()}. */
    String issuerPasswordFrom() default "";

    /**
     * Whose setting: the endpoint's host, or a pattern with wildcards. Hosts of AWS, and mistakes that only AWS knows,
     * mean requests of the AWS SDK, those to the host's buckets included; all others mean HTTP exchanges. Mistakes that
     * are met below HTTP, such as those about certificates, have a {@link #connection()} instead.
     */
    String endpoint() default "";

    /** Whose setting: HTTP exchanges as in {@link InjectLatency#http()}. */
    String http() default "";

    /** Whose setting: requests of the AWS SDK as in {@link InjectLatency#aws()}; for AWS at a private endpoint. */
    String aws() default "";

    /** Whose setting: connections of any client as in {@link InjectLatency#connection()}. */
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
        Misconfigure[] value();
    }
}
