package dev.chaos4j.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says which fault a parameter of type {@link dev.chaos4j.session.ActiveFault} is, instead of its place. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.PARAMETER, ElementType.ANNOTATION_TYPE})
public @interface FaultName {

    /** The name that the annotation gave, for example {@code @InjectLatency(name = "slow", ...)}. */
    String value();
}
