package dev.chaos4j.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A test during an outage, for example {@code @OutageTest("s3-2017-wrong-input")}: {@link ChaosTest} and
 * {@link RunScenario} in one.
 */
@ChaosTest
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
public @interface OutageTest {

    /** As {@link RunScenario#value()}. */
    String value();

    /** As {@link RunScenario#timeScale()}. */
    double timeScale() default 1.0;

    /** As {@link RunScenario#allowUnfired()}. */
    boolean allowUnfired() default false;
}
