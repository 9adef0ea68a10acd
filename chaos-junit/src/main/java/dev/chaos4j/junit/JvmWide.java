package dev.chaos4j.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/**
 * Lets the faults of a test reach the whole JVM instead of only the work done for this test: for a system under test
 * with threads of its own, such as a server. No other test runs at the same time; with parallel execution this costs
 * time, so use it only where the test's context cannot follow the work.
 */
@Documented
@ExtendWith(ChaosExtension.class)
@Inherited
@ResourceLock(Resources.GLOBAL)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface JvmWide {}
