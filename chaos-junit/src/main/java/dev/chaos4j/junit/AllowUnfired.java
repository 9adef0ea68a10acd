package dev.chaos4j.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Lets a test pass although faults were armed that never fired, also those that its own code has armed. On a class it
 * holds for each of its tests.
 */
@Documented
@ExtendWith(ChaosExtension.class)
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface AllowUnfired {

    /** The names of these faults; none for all of them. */
    String[] value() default {};
}
