package dev.chaos4j.junit;

import dev.chaos4j.fault.SettingSlip;
import dev.chaos4j.target.SettingSource;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Lets the program read a wrong value of a setting in this test, for example {@code @InjectWrongSetting(setting =
 * "s3.region", as = SettingSlip.OTHER_REGION)}. The program converts it as it always does. Needs the agent.
 *
 * <p>Put it on a test method, on a test class for each of its tests, or on an annotation of your own. It is armed after
 * the {@code @BeforeEach} methods and disarmed before the {@code @AfterEach} methods. Exactly one of {@link #as()},
 * {@link #value()} and {@link #swappedWith()} says what is wrong; all conditions that say when must agree.
 */
@Documented
@ExtendWith(ChaosExtension.class)
@Inherited
@Repeatable(InjectWrongSetting.Container.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface InjectWrongSetting {

    /** Which setting: its name where it is read, or a pattern; see {@link dev.chaos4j.target.Target#setting}. */
    String setting();

    /** Where it is read; anywhere if left out. */
    SettingSource[] source() default {};

    /** The slip that made it wrong. */
    SettingSlip[] as() default {};

    /** The wrong value. For an empty one, use {@link SettingSlip#EMPTY}. */
    String value() default "";

    /** The setting whose value it has; that setting has the value of this one, too. */
    String swappedWith() default "";

    /** When: the probability from 0.0 to 1.0 that a read gets it. */
    double rate() default 1.0;

    /** When: only so many reads; 0 for no such limit. */
    long first() default 0;

    /** When: only after so many reads were left alone; 0 for at once. */
    long after() default 0;

    /** When: only every so many reads, the nth, the 2nth and so on; 0 for each. */
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
        InjectWrongSetting[] value();
    }
}
