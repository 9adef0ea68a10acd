package dev.chaos4j.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Plays a scenario in the background of the test method. Its first stage begins before the method is called; whatever
 * has not ended when the method returns is stopped. A stage that never began counts as faults that never fired: wait
 * for the end with a parameter of type {@link dev.chaos4j.session.ScenarioRun}.
 */
@Documented
@ExtendWith(ChaosExtension.class)
@Inherited
@Repeatable(RunScenario.Container.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface RunScenario {

    /** The name of a scenario of the catalogue, or a scenario file on the class path or in the working directory. */
    String value();

    /** What all its times are multiplied by, above 0; 0.01 makes it a hundred times faster. */
    double timeScale() default 1.0;

    /** Whether the test may pass although a fault of it never fires. */
    boolean allowUnfired() default false;

    /** Holds several, where Java asks for one. */
    @Documented
    @ExtendWith(ChaosExtension.class)
    @Inherited
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.TYPE, ElementType.METHOD})
    @interface Container {
        /** The annotations. */
        RunScenario[] value();
    }
}
