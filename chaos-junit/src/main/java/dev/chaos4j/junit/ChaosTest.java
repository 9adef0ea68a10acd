package dev.chaos4j.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test with faults. On a class, every test in it can have faults; on a method, it is also JUnit's {@link Test}. A
 * fault that is armed and never fires fails the test; see {@link ChaosExtension}.
 */
@Documented
@ExtendWith(ChaosExtension.class)
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@Test
public @interface ChaosTest {}
